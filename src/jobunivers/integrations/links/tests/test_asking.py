# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator

import pytest

from jobunivers.integrations.links import Answer, Asker, State, ask_many
from jobunivers.integrations.links.fake import FakeSite, fake_site, free_port
from jobunivers.integrations.links.guard import NoSuchHost, Refused, checked, resolve


@pytest.fixture(scope="module")
def site() -> Iterator[FakeSite]:
    with fake_site() as running:
        yield running


def asker(site: FakeSite, *, seconds: float = 5.0) -> Asker:
    return Asker(
        seconds=seconds, pause=0, also=frozenset({site.netloc}), resolve=lambda *_: ["127.0.0.1"]
    )


@pytest.mark.parametrize(
    ("path", "state", "status"),
    [
        ("/works", State.WORKS, 200),
        ("/login", State.WORKS, 401),
        ("/once", State.WORKS, 200),
        ("/gone", State.GONE, 404),
        ("/fails", State.FAILS, 500),
        ("/robots-not-wanted", State.CLOSED, 403),
        ("/closed", State.CLOSED, None),
        ("/round", State.LOOP, 302),
        ("/on/1", State.LOOP, 302),
        ("/inside", State.REFUSED, None),
        ("/file", State.REFUSED, None),
    ],
)
def test_what_comes_of_an_address(
    site: FakeSite, path: str, state: State, status: int | None
) -> None:
    one = Asker(pause=0, also=frozenset({site.netloc}))
    assert one.ask(f"http://{site.netloc}{path}") == Answer(state, status)


def test_an_endless_redirect_is_asked_a_few_times_and_no_more(site: FakeSite) -> None:
    site.asked.clear()
    asker(site).ask(f"http://{site.netloc}/on/100")
    assert len([path for path in site.asked if path.startswith("/on/")]) == 6


def test_a_page_that_is_not_for_robots_is_not_asked(site: FakeSite) -> None:
    site.asked.clear()
    asker(site).ask(f"http://{site.netloc}/closed")
    assert site.asked == ["/robots.txt"]


def test_one_who_never_answers_is_left(site: FakeSite) -> None:
    one = asker(site, seconds=0.1)
    assert one.ask(f"http://{site.netloc}/mute").state == State.SILENT
    nobody = f"127.0.0.1:{free_port()}"
    assert Asker(also=frozenset({nobody})).ask(f"http://{nobody}/").state == State.SILENT


def test_one_who_sends_a_letter_now_and_then_is_cut_off(site: FakeSite) -> None:
    one = asker(site)
    one.budget = 0.3
    assert one.ask(f"http://{site.netloc}/drip").state == State.SILENT


def test_time_for_an_address_with_all_it_leads_to_is_limited(site: FakeSite) -> None:
    times = iter(range(0, 1000, 20))
    one = asker(site)
    one.clock = lambda: float(next(times))
    assert one.ask(f"http://{site.netloc}/on/1").state == State.SILENT


def test_between_two_addresses_of_a_host_there_is_a_pause(site: FakeSite) -> None:
    paused: list[float] = []
    one = asker(site)
    one.pause, one.sleep = 1.5, paused.append
    for _ in range(3):
        one.ask(f"http://{site.netloc}/works")
    assert paused == [1.5, 1.5]


def test_many_are_asked_each_once(site: FakeSite) -> None:
    site.asked.clear()
    urls = [f"http://{site.netloc}/works"] * 3 + [f"http://{site.netloc}/gone", "http://["]
    found = ask_many(urls, asker=lambda: asker(site))
    assert [found[url].state for url in urls] == [State.WORKS] * 3 + [State.GONE, State.REFUSED]
    assert site.asked.count("/works") == 1


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
        "100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1",
        "2002:0a00:0001::1", "not a number",
    ],
)  # fmt: skip
def test_a_private_number_is_never_asked(number: str) -> None:
    with pytest.raises(Refused):
        checked("https://harmless.example/", resolve=lambda *_: ["93.184.215.14", number])


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/", "file:///etc/passwd", "http://a.example:8080/", "//a.example/",
        "https://me:secret@a.example/", "http://[::1", "http://a.example:99999/", "",
        "https://a.example/" + "x" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_usual_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        checked(url, resolve=lambda *_: ["93.184.215.14"])


def test_the_number_that_was_checked_is_the_one_that_is_asked(site: FakeSite) -> None:
    target = checked("https://a.example/x?y=1", resolve=lambda *_: ["93.184.215.14"])
    assert (target.url, target.host) == ("https://93.184.215.14:443/x?y=1", "a.example")
    six = checked("http://a.example", resolve=lambda *_: ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
    assert six.url == "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:80/"
    port = site.server_address[1]
    one = Asker(also=frozenset({f"a.example:{port}"}), resolve=lambda *_: ["127.0.0.1"])
    site.hosts.clear()
    assert one.ask(f"http://a.example:{port}/works").state == State.WORKS
    assert set(site.hosts) == {f"a.example:{port}"}


def test_a_host_nobody_knows_is_told() -> None:
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]
    with pytest.raises(NoSuchHost):
        resolve("a..b", 80)
    with pytest.raises(NoSuchHost):
        checked("http://a.example/", resolve=lambda *_: [])
