# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of LTI 1.3, as they stand in its specifications."""

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
PICKING = "https://purl.imsglobal.org/spec/lti-dl/claim/"
ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/"
LINES, LINES_READ = f"{SCOPE}lineitem", f"{SCOPE}lineitem.readonly"
RESULTS, SCORES = f"{SCOPE}result.readonly", f"{SCOPE}score"
SCOPES = (LINES, LINES_READ, RESULTS, SCORES)
VERSION = "1.3.0"
LAUNCH, PICK, PICKED = (
    "LtiResourceLinkRequest",
    "LtiDeepLinkingRequest",
    "LtiDeepLinkingResponse",
)
LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"
PICKER = "http://purl.imsglobal.org/vocab/lis/v2/membership#ContentDeveloper"
CONTEXT = "http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"
RESOURCE = "ltiResourceLink"
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LINE_TYPE = "application/vnd.ims.lis.v2.lineitem+json"
LINES_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json"
RESULTS_TYPE = "application/vnd.ims.lis.v2.resultcontainer+json"
