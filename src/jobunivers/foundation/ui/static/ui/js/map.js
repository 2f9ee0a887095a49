// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// A map of our own polygons and points. The list beside it says the same in words.

const L = window.L;
const METRES = 1000; // in a kilometre

function dot(text, one) {
  const pin = document.createElement("div");
  pin.className = one ? "ju-pin ju-pin-one" : "ju-pin";
  pin.textContent = text;
  return pin;
}

function popup(properties) {
  const box = document.createElement("div");
  const title = document.createElement(properties.url ? "a" : "strong");
  title.textContent = properties.title || "";
  if (properties.url) title.href = properties.url;
  box.append(title);
  if (properties.text) box.append(Object.assign(document.createElement("p"), { textContent: properties.text }));
  return box;
}

async function read(address) {
  if (!address) return null;
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function icon(text, size, one) {
  return L.divIcon({ html: dot(text, one), className: "", iconSize: [size, size] });
}

// A point may stand for several things that lie in one place.
const countOf = (marker) => (marker.feature && marker.feature.properties.count) || 1;

async function draw(element) {
  const data = element.dataset;
  const [areas, points] = await Promise.all([read(data.areas), read(data.points)]);
  element.replaceChildren();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    attributionControl: false, zoomControl: false, minZoom: 5, maxZoom: 15, zoomSnap: 0.5, scrollWheelZoom: false,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
  });
  L.control.zoom({ zoomInTitle: data.textZoomIn, zoomOutTitle: data.textZoomOut }).addTo(map);
  const bounds = L.latLngBounds([]);
  let own = null;
  if (areas) {
    const isOwn = ({ properties }) => Boolean(data.highlight) && [properties.code, properties.kode].includes(data.highlight);
    L.geoJSON(areas, {
      interactive: false,
      // A kommune whose borders are not known is a point; there is nothing to draw.
      filter: (feature) => feature.geometry.type !== "Point",
      style: (feature) => {
        const mine = isOwn(feature);
        return { className: mine ? "ju-area ju-area-own" : "ju-area", weight: null, color: null };
      },
      onEachFeature: (feature, layer) => {
        if (isOwn(feature)) own = layer;
        else bounds.extend(layer.getBounds());
      },
    }).addTo(map);
    if (own) own.bringToFront();
  }
  let seen = own ? own.getBounds() : null;
  if (data.latitude && data.radiusKm) {
    const circle = L.circle([+data.latitude, +data.longitude], {
      radius: data.radiusKm * METRES, className: "ju-radius", interactive: false, weight: null, color: null,
    });
    map.setView([+data.latitude, +data.longitude], 8);
    circle.addTo(map);
    seen = circle.getBounds();
  }
  if (points) {
    const cluster = L.markerClusterGroup({
      showCoverageOnHover: false, animate: !calm, maxClusterRadius: 50,
      iconCreateFunction: (group) => icon(String(group.getAllChildMarkers().reduce((all, one) => all + countOf(one), 0)), 44, false),
    });
    const layer = L.geoJSON(points, {
      pointToLayer: (feature, place) => L.marker(place, {
        icon: feature.properties.count > 1 ? icon(String(feature.properties.count), 44, false) : icon("", 28, true), keyboard: true, title: feature.properties.title, alt: feature.properties.title,
      }).bindPopup(() => popup(feature.properties)),
    });
    cluster.addLayer(layer);
    map.addLayer(cluster);
    cluster.on("add layeradd", () => name(element, data));
    map.on("zoomend moveend", () => name(element, data));
    if (!seen && layer.getLayers().length) seen = layer.getBounds();
  }
  map.fitBounds((seen && seen.isValid() && seen) || (bounds.isValid() ? bounds : L.latLngBounds([[54.5, 8], [57.8, 12.7]])), { padding: [16, 16], animate: false });
  name(element, data);
}

// A cluster is a button: say what it holds. Enter opens it as a press does.
function name(element, data) {
  element.querySelectorAll(".leaflet-marker-icon").forEach((marker) => {
    const count = marker.textContent.trim();
    marker.setAttribute("role", "button");
    if (marker.title) marker.setAttribute("aria-label", marker.title);
    else if (count) marker.setAttribute("aria-label", data.textCluster.replace("{n}", count));
  });
}

function start(root) {
  root.querySelectorAll("[data-map]:not([data-map-started])").forEach((element) => {
    element.dataset.mapStarted = "";
    draw(element).catch((problem) => {
      console.warn(problem);
      element.replaceChildren(Object.assign(document.createElement("p"), { textContent: element.dataset.textFailed }));
    });
  });
}
if (L) {
  start(document);
  document.addEventListener("htmx:afterSettle", (event) => start(event.detail.target || document));
}
