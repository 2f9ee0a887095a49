# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small files of every kind, written here: PDF, Word, OpenDocument, Europass."""

import io
import zipfile
from collections.abc import Sequence

Placed = tuple[float, float, str]
"""Points from the left and from the bottom, and the text that stands there."""


def pdf(pages: Sequence[Sequence[Placed]], extra: str = "") -> bytes:
    """Return a PDF whose pages have these texts; `extra` goes into the trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        drawn = "\n".join(
            f"BT /F1 11 Tf {left} {bottom} Td ({_escaped(text)}) Tj ET"
            for left, bottom, text in page
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        content = len(objects)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
            f" /Encoding /WinAnsiEncoding >> >> >> /Contents {content} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _written(objects, extra)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _written(objects: Sequence[str], extra: str) -> bytes:
    whole, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(whole)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        whole
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {size} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF"
        ).encode()
    )


def lines_down(lines: Sequence[str], left: float = 60, top: float = 780) -> list[Placed]:
    """Return lines one under the other."""
    return [(left, top - 16 * number, line) for number, line in enumerate(lines)]


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(paragraphs: Sequence[str], name: str = "word/document.xml") -> bytes:
    """Return a Word file of these paragraphs; a tab and a line break stand as themselves."""
    body = "".join(f"<w:p><w:r>{_run(text)}</w:r></w:p>" for text in paragraphs)
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({name: document.encode()})


def _run(text: str) -> str:
    marked = text.replace("&", "&amp;").replace("<", "&lt;")
    marked = marked.replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:t>{marked}</w:t>"


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


EUROPASS = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><ContactInfo><Address><Contact><PostalCode>8000</PostalCode></Contact></Address>
</ContactInfo></Identification>
<Headline><Type><Code>preferred_job</Code></Type>
<Description><Label>Lagermedarbejder</Label></Description></Headline>
<WorkExperienceList>
<WorkExperience><Period><From year="2019" month="--05"/><Current>true</Current></Period>
<Position><Label>Lagermedarbejder</Label></Position><Activities>&lt;p&gt;Pluk&lt;/p&gt;&lt;p&gt;Pak
&lt;/p&gt;</Activities><Employer><Name>Varehuset A/S</Name></Employer></WorkExperience>
<WorkExperience><Period><From year="2015"/><To year="2018" month="--12"/></Period>
<Position><Label>Butiksassistent</Label></Position></WorkExperience>
<WorkExperience><Employer><Name>Uden titel</Name></Employer></WorkExperience>
</WorkExperienceList>
<EducationList><Education><Period><From year="2012"/><To year="2015" month="--06"/></Period>
<Title>HF</Title><Organisation><Name>Aarhus HF</Name></Organisation><Level><Code>4</Code></Level>
</Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>da</Code></Description>
</MotherTongue></MotherTongueList><ForeignLanguageList><ForeignLanguage>
<Description><Code>en</Code></Description><ProficiencyLevel><Listening>C1</Listening>
<Reading>B2</Reading><SpokenInteraction>B1</SpokenInteraction></ProficiencyLevel>
</ForeignLanguage></ForeignLanguageList></Linguistic>
<JobRelated><Description>&lt;ul&gt;&lt;li&gt;Truckkørsel&lt;/li&gt;&lt;/ul&gt;</Description></JobRelated>
<Driving><Description><Licence>B</Licence><Licence>CE</Licence></Description></Driving></Skills>
</LearnerInfo></SkillsPassport>"""
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"
 xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9">
<CandidatePerson><Communication><Address><oa:PostalCode>5000</oa:PostalCode></Address>
</Communication><PrimaryLanguageCode name="NORMAL">dan</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile><ExecutiveSummary>Jeg kan lide mad.</ExecutiveSummary>
<EmploymentHistory><EmployerHistory><hr:OrganizationName>Kroen</hr:OrganizationName>
<PositionHistory><PositionTitle>Kok</PositionTitle><eures:EmploymentPeriod>
<eures:StartDate><hr:FormattedDateTime>2018-03-01</hr:FormattedDateTime></eures:StartDate>
<eures:EndDate><hr:FormattedDateTime>2020-11</hr:FormattedDateTime></eures:EndDate>
</eures:EmploymentPeriod><oa:Description>Mad</oa:Description></PositionHistory></EmployerHistory>
</EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Madskolen</hr:OrganizationName>
<AttendancePeriod><EndDate><hr:FormattedDateTime>2017-06</hr:FormattedDateTime></EndDate>
</AttendancePeriod><EducationDegree><hr:DegreeName>Gastronom</hr:DegreeName></EducationDegree>
</EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID>
<hr:TaxonomyID>language</hr:TaxonomyID><eures:CompetencyDimension><hr:Score><hr:ScoreText>B2
</hr:ScoreText></hr:Score></eures:CompetencyDimension></PersonCompetency><PersonCompetency>
<hr:CompetencyName>Menuplanlægning</hr:CompetencyName></PersonCompetency></PersonQualifications>
</CandidateProfile></Candidate>"""
