"""
What kind of file the bytes are, whatever its name says.

A file that is not text is named by its first bytes ("magic numbers", as in the `file` command and the
IANA registrations), so that the message can say what it is and which command makes text of it.
"""

from __future__ import annotations

import json
import re

from according.errors import BadMarkup, NotText

PDF = "Make text of it first: pdftotext -layout report.pdf report.txt"
PICTURE = "Make text of it first, for instance with: tesseract picture.png report"
OFFICE = "Make text of it first: libreoffice --headless --convert-to txt:Text report.docx"
ARCHIVE = "Unpack it and read the folder: according read FOLDER"
PROGRAM = "Give the report itself, as text or HTML."

MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", PDF),
    (b"%!PS", "a PostScript document", "Make text of it first: ps2ascii report.ps report.txt"),
    (b"\x89PNG\r\n", "a PNG picture", PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (b"GIF87a", "a GIF picture", PICTURE),
    (b"GIF89a", "a GIF picture", PICTURE),
    (b"II*\x00", "a TIFF picture", PICTURE),
    (b"MM\x00*", "a TIFF picture", PICTURE),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first: gunzip report.gz"),
    (b"BZh", "a bzip2 archive", "Unpack it first: bunzip2 report.bz2"),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first: unxz report.xz"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "Unpack it first: unzstd report.zst"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", ARCHIVE),
    (b"Rar!\x1a\x07", "a RAR archive", ARCHIVE),
    (b"\x7fELF", "a program (ELF)", PROGRAM),
    (b"MZ\x90\x00", "a Windows program", PROGRAM),
    (b"\xcf\xfa\xed\xfe", "a macOS program", PROGRAM),
    (b"\xca\xfe\xba\xbe", "a compiled program", PROGRAM),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document", OFFICE),
    (b"{\\rtf", "a Rich Text document", OFFICE.replace(".docx", ".rtf")),
    (b"SQLite format 3\x00", "an SQLite database", "Give reports to read; --db names the database."),
    (b"PAR1", "a Parquet table", PROGRAM),
    (b"ID3", "an MP3 recording", PROGRAM),
    (b"OggS", "an Ogg recording", PROGRAM),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM video", PROGRAM),
    (b"WARC/", "a WARC web archive", "Unpack its pages first, for instance with: warc2html pages.warc"),
    (b"wOFF", "a font", PROGRAM),
    (b"wOF2", "a font", PROGRAM),
)

ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document (docx)", OFFICE),
    (b"xl/", "an Excel workbook (xlsx)", OFFICE.replace(".docx", ".xlsx")),
    (b"ppt/", "a PowerPoint file (pptx)", OFFICE.replace(".docx", ".pptx")),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file", OFFICE.replace(".docx", ".odt")),
    (b"mimetypeapplication/epub", "an e-book (EPUB)", "Unpack it first: unzip book.epub"),
)

BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Control characters that no text holds; tab, line ends, form feed and the escape of ISO 2022 are left out."""

MOST_CONTROLS = 4
"""Control characters that any text may hold; beyond, one in 200. A guess: compressed data have one in eight."""

HTML_START = re.compile(
    r"""
    \s* (?: <\?xml [^>]*> \s* )? (?: <!-- .{0,20000}? --> \s* )*
    (?: <!doctype \s+ html
      | < (?: html | head | body | article | main | section | div | p | h[1-6] | meta | title | link | script | style
            | header | nav | table | ul | ol | figure | blockquote | center | font | span ) [\s>] )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

XML_ROOT = re.compile(
    r"""
    \s* (?P<declaration> <\?xml [^>]*> )? \s*
    (?: (?: <!-- .{0,20000}? --> | <\? .{0,2000}? \?> | <!DOCTYPE [^\[>]* (?: \[ .{0,20000}? \] )? \s* > ) \s* )*
    < (?: [\w.-]+ : )? (?P<root> [A-Za-z_][\w.-]* ) (?= [\s/>] )
    """,
    re.VERBOSE | re.DOTALL,
)

MESSAGE = re.compile(
    r"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,40}?Content-Type:\s*multipart/(?:related|alternative|mixed)",
    re.IGNORECASE,
)
"""The head of a message whose parts stand one after the other (RFC 2046)."""

ROOTS = {
    "newsItem": "newsml-g2", "packageItem": "newsml-g2", "newsMessage": "newsml-g2", "nitf": "newsml-g2",
    "rss": "feed", "RDF": "feed", "feed": "feed", "entry": "feed", "item": "feed",
    "html": "html",
}  # fmt: skip
"""Names of an XML document's outermost element, without prefix, and the format that each stands for."""


def refuse_binary(data: bytes, where: str) -> None:
    """
    Nothing, when the bytes may be text.

    Raises:
        NotText: they are a picture, an archive, a program ...; says which, and what makes text of it.
    """
    for magic, name, advice in MAGIC:
        if data.startswith(magic):
            raise NotText(where, f"found {name}, expected text", advice)
    if data.startswith(b"PK\x03\x04"):
        start = data[:4096]
        for inside, name, advice in ZIPPED:
            if inside in start:
                raise NotText(where, f"found {name}, expected text", advice)
        raise NotText(where, "found a zip archive, expected text", ARCHIVE)
    if data[4:8] == b"ftyp":
        raise NotText(where, "found a video or picture (MP4, HEIC), expected text", PROGRAM)
    if data.startswith(b"RIFF") and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        name = {b"WEBP": "a WebP picture", b"WAVE": "a WAVE recording", b"AVI ": "an AVI video"}[data[8:12]]
        raise NotText(where, f"found {name}, expected text", PROGRAM)
    if data[257:262] == b"ustar":
        raise NotText(where, "found a tar archive, expected text", ARCHIVE)


def refuse_control_characters(text: str, where: str) -> None:
    """
    Nothing, when the text holds no characters that only binary files hold, or very few.

    A zero is always one too many. Others come singly in good text: agencies' own lines begin and
    end a report with them, and old files end with one.

    Raises:
        NotText: there are; says where the first is.
    """
    found = BINARY.search(text) if "\x00" not in text else re.search("\x00", text)
    if found and (found[0] == "\x00" or len(BINARY.findall(text)) > max(MOST_CONTROLS, len(text) / 200)):
        raise NotText(
            where,
            f"character {found.start() + 1} is U+{ord(found[0]):04X}, which no text holds; expected text",
            "Give the report as text or HTML, or take the character out.",
        )


def sniff(text: str, where: str) -> str:
    """
    The format of decoded text: "text", "html", "newsml-g2", "ninjs" or "feed".

    >>> sniff("<!DOCTYPE html><html><p>Hello", "a")
    'html'
    >>> sniff('<rss version="2.0"><channel/></rss>', "a")
    'feed'
    >>> sniff("<b>Markets fell</b> on Monday, said the bank.", "a")
    'text'

    Raises:
        BadMarkup: XML or JSON of a kind that holds no reports.
    """
    start = text[:60_000]
    if MESSAGE.match(start):
        raise BadMarkup(
            where,
            "found a web archive (MHTML) or a mail of several parts, expected a report",
            'Save the page as "HTML only", or the mail as text.',
        )
    if HTML_START.match(start):
        return "html"
    xml = XML_ROOT.match(start)
    if xml and xml["root"] in ROOTS:
        return ROOTS[xml["root"]]
    if xml and xml["declaration"]:
        raise BadMarkup(
            where,
            f"found XML whose outermost element is <{xml['root']}>, expected NewsML-G2, NITF, RSS or Atom",
            "Give the report as text, HTML or one of these.",
        )
    if re.match(r"\s*[\[{]", start):
        return _json_kind(text, where)
    return "text"


def _json_kind(text: str, where: str) -> str:
    """
    "ninjs" for a JSON object, "text" for what only begins like one ("[Updated] Three people ...").

    Raises:
        BadMarkup: JSON, but a list, or several objects a line each.
    """
    if not re.match(r"\s*(\{\s*[\"}]|\[\s*[\[{\"\d\]])", text[:2000]):
        return "text"
    try:
        value = json.loads(text)
    except json.JSONDecodeError as fault:
        if fault.msg == "Extra data" and "\n" in text[: fault.pos + 1]:
            raise BadMarkup(
                where,
                "found JSON Lines, expected one report",
                "A manifest's name ends in .jsonl: rename it, and read it again.",
            ) from fault
        raise BadMarkup(
            where,
            f"found broken JSON: line {fault.lineno}, column {fault.colno}: {fault.msg}",
            "Mend the file, or give the report as text or HTML.",
        ) from fault
    except RecursionError as fault:
        raise BadMarkup(where, "found JSON nested too deeply, expected one report as a ninjs object") from fault
    if not isinstance(value, dict):
        raise BadMarkup(
            where,
            f"found a JSON list of {len(value)}, expected one report as a ninjs object",
            "Write one object a line into a file that ends in .jsonl: see `according read --help`.",
        )
    return "ninjs"
