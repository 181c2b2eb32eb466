"""
Bytes to characters: which encoding a file is in, found and never assumed.

    byte order mark -> ASCII -> what the page declares, unless the bytes are UTF-8 -> UTF-8 ->
    UTF-8 with strays -> Windows-1252 or Mac Roman -> charset-normalizer -> refused

Nothing is replaced in silence: no "\\ufffd" is ever put in, and what had to be repaired is told.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from according.errors import NotText

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

DECLARED = re.compile(
    rb"""
    <\?xml [^>]{0,200}? encoding \s* = \s* ["'] ([\w.:-]{2,40}) ["']   # <?xml version="1.0" encoding="iso-8859-9"?>
    | <meta [^>]{0,300}? charset \s* = \s* ["']? \s* ([\w.:-]{2,40})    # <meta charset=utf-8>, or within content="..."
    """,
    re.VERBOSE | re.IGNORECASE,
)

DECLARED_WITHIN = 4096
"""Bytes searched for a declaration. The HTML standard says 1,024; pages in use put it later."""

STATEFUL = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf_7"})
"""Encodings whose every byte is ASCII: bytes that are valid UTF-8 prove nothing against them."""

WEB_NAMES = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030"}
"""What browsers take a declared name to mean (WHATWG Encoding Standard, section 4.2), by Python's names."""

FRACTION_OF_ASCII = 0.9
"""
Above this share of ASCII among the letters, bytes that are no UTF-8 are taken for an English text with a
few curly marks and accents, where detectors guess wildly. A guess; reports in Polish stand near 0.93 and
in French near 0.96, so that charset-normalizer is asked only about other scripts.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a file. `note` tells of anything but plain UTF-8 or ASCII, and is None for these."""

    text: str
    note: str | None = None


def decode(data: bytes, where: str) -> Decoded:
    r"""
    The characters of `data`; a byte order mark is the only thing dropped.

    >>> decode("“Peace”".encode(), "a.txt")
    Decoded(text='“Peace”', note=None)

    Two bytes of Windows-1252 in a page of UTF-8, as content systems produce them:

    >>> decode("é “".encode() + b"\x97 \x92" + "”".encode(), "a.txt")
    Decoded(text='é “— ’”', note='utf-8, with 2 bytes of windows-1252 (the first is byte 7)')

    Raises:
        NotText: no encoding gives text; says at which byte.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name, len(mark), where)
    unmarked = _utf_16_without_mark(data)
    if unmarked is not None:
        return unmarked
    declared = _declared(data)
    if declared in STATEFUL:
        text = _strict(data, declared)
        if text is not None:
            return Decoded(text=text, note=f"{declared}, as declared")
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text=text)
    return _other_than_utf_8(data, declared, where)


def _marked(data: bytes, name: str, skipped: int, where: str) -> Decoded:
    """The text after a byte order mark; half a character at the very end is left out and told."""
    try:
        return Decoded(text=data.decode(name), note=None if name == "utf-8" else f"{name}, by its byte order mark")
    except UnicodeDecodeError as fault:
        if fault.end >= len(data) and len(data) - fault.start < 4:
            note = f"{name}, cut off within its last character: {len(data) - fault.start} bytes left out"
            return Decoded(text=data[: fault.start].decode(name), note=note)
        if name == "utf-8":
            return _other_than_utf_8(data, None, where)
        raise NotText(
            where,
            f"begins with the mark of {name}, but byte {fault.start + skipped + 1} does not fit it",
            "Save the text as UTF-8 and read it again.",
        ) from fault


def _utf_16_without_mark(data: bytes) -> Decoded | None:
    """
    Text in UTF-16 that lacks its mark, or None: every second byte of Latin text is then zero.

    >>> _utf_16_without_mark("Peace talks".encode("utf-16-be"))
    Decoded(text='Peace talks', note='utf-16-be, found by its bytes')
    """
    sample = data[:400]
    if len(sample) < 4 or len(data) % 2:
        return None
    for name, zeros, others in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        if zeros.count(0) >= 0.8 * len(zeros) and others.count(0) == 0:
            text = _strict(data, name)
            return None if text is None else Decoded(text=text, note=f"{name}, found by its bytes")
    return None


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding that a page declares, None where it declares none or one unknown to Python."""
    found = DECLARED.search(data[:DECLARED_WITHIN])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    return WEB_NAMES.get(name, name)


def _strict(data: bytes, name: str) -> str | None:
    """The text, or None where a byte does not fit."""
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _other_than_utf_8(data: bytes, declared: str | None, where: str) -> Decoded:
    """The text of bytes that are not UTF-8 throughout."""
    if declared is not None and declared not in {"utf-8", "cp1252"} and not declared.startswith("utf"):
        text = _strict(data, declared)
        if text is not None:
            return Decoded(text=text, note=f"{declared}, as declared")
    mixed = _mostly_utf_8(data)
    if mixed is not None:
        return mixed
    western = _western(data, declared)
    if western is not None:
        return western
    return _detected(data, where)


def _mostly_utf_8(data: bytes) -> Decoded | None:
    """
    UTF-8 with strays of Windows-1252, or cut off within its last character; None for anything else.

    Strays are believed only where at least as many characters beyond ASCII are good UTF-8: in a
    text of Windows-1252, two neighbouring bytes look like UTF-8 now and then, never as a rule.
    """
    parts: list[str] = []
    position, strays, first = 0, 0, 0
    while position < len(data):
        try:
            parts.append(str(memoryview(data)[position:], "utf-8"))  # a view, lest each stray copies the rest
            break
        except UnicodeDecodeError as fault:
            at = position + fault.start
            parts.append(data[position:at].decode("utf-8"))
            kept = "".join(parts)
            if strays == 0 and fault.reason == "unexpected end of data" and not kept.isascii():
                note = f"utf-8, cut off within its last character: {len(data) - at} bytes left out"
                return Decoded(text=kept, note=note)
            stray = _strict(data[at : at + 1], "cp1252")
            if stray is None or strays > 1000:
                return None
            parts.append(stray)
            first = first or at + 1
            strays += 1
            position = at + 1
    text = "".join(parts)
    beyond = sum(1 for character in text if character > "\x7f") - strays
    if strays > beyond:
        return None
    many = "1 byte" if strays == 1 else f"{strays} bytes"
    return Decoded(text=text, note=f"utf-8, with {many} of windows-1252 (the first is byte {first})")


MARKS_1252 = frozenset((*range(0x91, 0x98), 0xA0))
"""Windows-1252's quotation marks, bullet, dashes and no-break space: a ruled line of dashes is no foreign letter."""


def _western(data: bytes, declared: str | None) -> Decoded | None:
    r"""
    Windows-1252 or Mac Roman where the letters are nearly all ASCII, else None.

    Latin-1 is never told apart: it gives control characters where Windows-1252 gives curly marks.

    >>> _western(b"\x93Peace\x94 is what it\x92s all about, she said on Monday.", None).text
    '“Peace” is what it’s all about, she said on Monday.'
    >>> _western(b"\xd2Peace\xd3 is what it\xd5s all about, she said on Monday.", None)
    Decoded(text='“Peace” is what it’s all about, she said on Monday.', note='mac-roman, found by its bytes')
    """
    beyond = sum(1 for byte in data if byte > 0x7F and byte not in MARKS_1252)
    letters = sum(1 for byte in data if 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A)
    if declared != "cp1252" and letters < FRACTION_OF_ASCII * (letters + beyond):
        return None
    inside = len(re.findall(rb"[a-z][\xd2-\xd5\xca](?=[a-z])|(?<![A-Za-z\x80-\xff])[\xd2\xd4](?=[A-Za-z])", data))
    marks = len(re.findall(rb"[\x91-\x97]", data))
    if inside > marks and declared is None:
        return Decoded(text=data.decode("mac_roman"), note="mac-roman, found by its bytes")
    text = _strict(data, "cp1252")
    if text is None:
        return None
    how = "as declared" if declared == "cp1252" else "found by its bytes"
    return Decoded(text=text, note=f"windows-1252, {how}")


def _detected(data: bytes, where: str) -> Decoded:
    """What charset-normalizer makes of the bytes, or the refusal that names the first byte that does not fit."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    text = None if best is None else _strict(data, best.encoding)
    if best is not None and text is not None:
        return Decoded(text=text, note=f"{best.encoding}, found by charset-normalizer")
    try:
        data.decode("utf-8")
        position = 0
    except UnicodeDecodeError as fault:
        position = fault.start
    raise NotText(
        where,
        f"byte {position + 1} (0x{data[position]:02x}) fits neither UTF-8 nor any encoding that the rest would be in",
        "Save the text as UTF-8, for instance: iconv -f windows-1252 -t utf-8 report.txt > report-utf8.txt",
    )
