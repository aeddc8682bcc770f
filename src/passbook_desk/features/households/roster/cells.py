"""What the cells of a roster say: each reader gives the value to keep and what it noticed on the way.

Kinds and severities are those of the invented village's sample files; EXPECTED there tells what each means.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.documents.workbook_values import NO_RESULT, TOO_LONG
from passbook_desk.features.households.id_numbers import (
    born_in,
    check_fits,
    facts,
    is_new_form,
    is_old_form,
    upgraded,
)
from passbook_desk.features.households.relations import UNKNOWN, relation_code
from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.intake.reading import CellKind, CellValue
from passbook_desk.features.intake.values import Severity
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

_FIRST_YEAR: Final = 1880
_MOBILE_DIGITS: Final = 11
_DAMAGED_FROM_DIGITS: Final = 16
"""Excel keeps 15 digits of a number and makes the rest zeros."""

_DIGITS_TO_BIRTH: Final = 14
_NOTHING: Final = frozenset({"无", "没有", "未办", "不详", "否", "-", "—", "/", "\\"})
_HAN: Final = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[\ue000-\uf8ff]")
"""Han, those of fonts that give them private code points among them."""
_SPREADSHEET_WORDS: Final = re.compile(r"#.*|true|false", re.IGNORECASE)
_INVISIBLE: Final = re.compile("[\\s\u00a0\u200b-\u200f\u2060\ufeff]+")
_FULL_WIDTH: Final = re.compile("[\uff10-\uff19\uff38\uff58]")
_APOSTROPHES: Final = "'’‘`´′"
_EXPONENT: Final = re.compile(r"\d(\.\d+)?[eE]\+?\d+")
_DOTS: Final = re.compile("[・•．‧∙●･.]")
_BRACKETED: Final = re.compile(r"[(（\[【](.*?)[)）\]】]?$")
_PHONE_PARTS: Final = re.compile(r"[/、,，;；\n]+|\s{2,}| (?=0\d{2,3}-?\d{7})| (?=1\d{10})|或")
_LANDLINE: Final = re.compile(r"(0\d{2,3})?-?\d{7,8}")
MASKED: Final = re.compile(r"[*＊]{2,}|[●•xX×]{4,}")
"""How lists hide the middle of a number; such a cell says nothing new."""
PARTY_WORDS: Final = {
    "中共党员": PartyKind.FULL,
    "党员": PartyKind.FULL,
    "正式党员": PartyKind.FULL,
    "流动党员": PartyKind.FULL,
    "中共预备党员": PartyKind.PROBATIONARY,
    "预备党员": PartyKind.PROBATIONARY,
}
_VAGUE_PARTY: Final = frozenset({"是", "有", "对", "√", "✓", "✔", "1", "y", "Y", "v", "V", "党员", "●", "★"})
"""Words that tell a member, yet not of which kind."""
_OTHER_STANDINGS: Final = frozenset(
    {
        "群众",
        "共青团员",
        "团员",
        "少先队员",
        "无党派人士",
        "无党派",
        "普通居民",
        "否",
        "无",
        "0",
        "×",
        "✗",
        "非党员",
        "非中共党员",
        "n",
        "N",
    }
    | {"民革党员", "民盟盟员", "民建会员", "民进会员", "农工党党员", "致公党党员", "九三学社社员", "台盟盟员"}
)
RESIDENCES: Final = {
    "常住": "常住",
    "在村": "常住",
    "外出": "流出",
    "流出": "流出",
    "外出务工": "流出",
    "在外": "流出",
    "在册": "在册",
    "租住": "租住",
    "租户": "租住",
    "租房": "租住",
    "空挂": "空挂",
    "空挂户": "空挂",
    "人户分离": "人户分离",
}
"""Words for how a person lives in the village (domain §7, §13 rule 19); 外出 is 流出."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something noticed in a cell, before it is known where the cell lies."""

    severity: Severity
    kind: str
    params: dict[str, str] = field(default_factory=dict)


def auto(kind: str, **params: str) -> Note:
    """Put right without doubt."""
    return Note(Severity.AUTO, kind, params)


def check(kind: str, **params: str) -> Note:
    """Imported; the clerk should look."""
    return Note(Severity.CHECK, kind, params)


def must_fix(kind: str, **params: str) -> Note:
    """Not imported."""
    return Note(Severity.MUST_FIX, kind, params)


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text, "" when the cell says nothing; `aside` is what belongs into the remark instead."""

    value: str
    notes: tuple[Note, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ReadId:
    """An ID number, None when there is none to keep, and what it says of its holder."""

    value: Sensitive | None
    notes: tuple[Note, ...]
    born_on: date | None = None
    sex: str = ""
    damaged: bool = False
    masked: bool = False


@dataclass(frozen=True, slots=True)
class ReadPhone:
    """A phone, None when there is none; a second number goes into the remark."""

    value: Sensitive | None
    notes: tuple[Note, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ReadParty:
    """Party membership; `stated` tells a person who is none from a cell that says nothing.

    `vague`: a member of some kind, as 是 or √ tell.
    """

    value: PartyKind | None
    stated: bool
    notes: tuple[Note, ...] = ()
    vague: bool = False


def error_note(cell: CellValue) -> Note:
    """What to say of an error cell; it is treated as empty (a too long text is never cut)."""
    if cell.text == TOO_LONG:
        return must_fix("text_too_long")
    if cell.text == NO_RESULT:
        return check("formula_no_result")
    return auto("lookup_error", text=cell.text)


def plain(cell: CellValue) -> str:
    """A cell's text without invisible characters at its ends."""
    text = cell.text
    if text.isprintable() and "  " not in text:  # nothing to take out, as in most cells
        return text.strip()
    return _INVISIBLE.sub(" ", text).strip()


def read_text(cell: CellValue) -> ReadText:
    """Any text: address, education, remark."""
    if cell.kind is CellKind.ERROR:
        return ReadText("", (error_note(cell),))
    return ReadText(plain(cell))


def read_name(cell: CellValue) -> ReadText:
    """A person's name: no spaces, one kind of middle dot, no remark in brackets (that goes into `aside`).

    What is no name at all, a number or a date in a shifted column, is not taken; a dash is an empty cell.
    """
    if cell.kind is CellKind.ERROR:
        return ReadText("", (error_note(cell),))
    if plain(cell) in _NOTHING:
        return ReadText("")
    if not _is_name(cell):
        written = unicodedata.normalize("NFKC", plain(cell))
        return ReadText("", (must_fix("name_form", written=written),) if written else ())
    written = cell.text.strip("\n")
    notes: list[Note] = []
    name, aside = written, ""
    bracketed = _BRACKETED.search(name)
    if bracketed is not None and bracketed.start() > 0:
        name, aside = name[: bracketed.start()], bracketed.group(1).strip()
        notes.append(auto("name_note", written=written, note=aside))
    if any(char.isascii() and char.isalpha() for char in name):
        spaceless = " ".join(_INVISIBLE.sub(" ", name).split())
    else:
        spaceless = _INVISIBLE.sub("", name)
    if spaceless != name and spaceless:
        notes.append(auto("name_spaces", name=spaceless))
    dotted = _DOTS.sub("·", spaceless)
    if dotted != spaceless:
        notes.append(auto("middle_dot", name=dotted))
    return ReadText(dotted, tuple(notes), aside)


def _is_name(cell: CellValue) -> bool:
    """A name has a Han character or two letters of any script."""
    text = plain(cell)
    if cell.kind is not CellKind.TEXT or _SPREADSHEET_WORDS.fullmatch(text):
        return False
    return _HAN.search(text) is not None or sum(sign.isalpha() for sign in text) > 1


def read_id_number(cell: CellValue, today: date) -> ReadId:
    """An ID number as GB 11643 writes it; a number that is not certainly right is not kept."""
    if cell.kind is CellKind.ERROR:
        return ReadId(None, (error_note(cell),))
    text = plain(cell)
    if not text or text in _NOTHING:
        return ReadId(None, (check("id_missing"),))
    if MASKED.search(text):
        return ReadId(None, (), masked=True)
    long_number = cell.kind is CellKind.NUMBER and len(text) >= _DAMAGED_FROM_DIGITS
    if long_number or _EXPONENT.fullmatch(text):
        return ReadId(None, (must_fix("id_damaged_number"),), _born_in_damaged(text), damaged=True)
    number, notes = _tidy_id(cell.text)
    masked = Sensitive(SensitiveKind.ID_NUMBER, number).masked()
    if is_old_form(number):
        number = upgraded(number)
        notes.append(check("id_15", value=Sensitive(SensitiveKind.ID_NUMBER, number).masked()))
    elif not is_new_form(number):
        return ReadId(None, (*notes, must_fix("id_length", value=masked, length=str(len(number)))))
    elif not check_fits(number):
        lost = number.endswith("000")
        kind = must_fix("id_damaged_number") if lost else must_fix("id_checksum", value=masked)
        return ReadId(None, (*notes, kind), born_in(number) if lost else None, damaged=lost)
    said = facts(number)
    if said.born_on is None or said.born_on.year < _FIRST_YEAR:
        return ReadId(None, (*notes, must_fix("id_birth_impossible", value=masked)))
    if said.born_on > today:
        return ReadId(None, (*notes, must_fix("birth_future", day=said.born_on.isoformat())))
    return ReadId(Sensitive(SensitiveKind.ID_NUMBER, number), tuple(notes), said.born_on, said.sex)


def _born_in_damaged(text: str) -> date | None:
    """The first 14 digits of an ID stay right where it became a number."""
    digits, _, exponent = text.upper().partition("E")
    if exponent and exponent.lstrip("+") != "17":
        return None
    number = digits.replace(".", "")
    return born_in(number) if len(number) >= _DIGITS_TO_BIRTH else None


def _tidy_id(written: str) -> tuple[str, list[Note]]:
    """The number without spaces, apostrophes, full-width digits and small x; each is noted."""
    notes: list[Note] = []
    number = written
    if _FULL_WIDTH.search(number):
        number = unicodedata.normalize("NFKC", number)
        notes.append(auto("id_fullwidth"))
    if number.strip(_APOSTROPHES) != number:
        number = number.strip(_APOSTROPHES)
        notes.append(auto("id_apostrophe"))
    if _INVISIBLE.search(number):
        number = _INVISIBLE.sub("", number)
        notes.append(auto("id_spaces"))
    if number.endswith("x"):
        number = number.upper()
        notes.append(auto("id_lower_x"))
    return number, notes


def read_sex(cell: CellValue) -> ReadText:
    """男, 女 or "" when the cell says nothing."""
    text = plain(cell)
    if cell.kind is CellKind.ERROR:
        return ReadText("", (error_note(cell),))
    if not text or text[0] in "男女":
        return ReadText(text[:1])
    return ReadText("", (check("sex_unknown", text=text),))


def read_phone(cell: CellValue) -> ReadPhone:
    """A phone: the mobile first; a wrong length is kept as written and named."""
    if cell.kind is CellKind.ERROR:
        return ReadPhone(None, (error_note(cell),))
    written = cell.text
    text = unicodedata.normalize("NFKC", written).strip(" \u00a0\t\n" + _APOSTROPHES)
    if not text or text in _NOTHING or MASKED.search(text):
        return ReadPhone(None)
    parts = [part for part in (_tidy_phone(part) for part in _PHONE_PARTS.split(text)) if part]
    if len(parts) > 1:
        first = next((part for part in parts if _is_mobile(part)), parts[0])
        others = "、".join(part for part in parts if part != first)
        return ReadPhone(_phone(first), (check("phone_two", value=_phone(first).masked()),), others)
    if not parts:
        return ReadPhone(None, (check("phone_unreadable", text=text),))
    number = parts[0]
    if not is_phone(number):
        wrong = check("phone_length", value=_phone(number).masked(), length=str(len(number)))
        return ReadPhone(_phone(number), (wrong,))
    tidied = number != written.strip(_APOSTROPHES)
    return ReadPhone(_phone(number), (auto("phone_format", value=_phone(number).masked()),) if tidied else ())


def _tidy_phone(part: str) -> str:
    """Digits only; a land line keeps the dash after its area code."""
    if part.isdecimal():
        return part
    bare = re.sub(r"[\s\u00a0]", "", part)
    if re.fullmatch(r"0\d{2,3}-\d{7,8}", bare):
        return bare
    return re.sub(r"\D", "", bare)


def is_phone(number: str) -> bool:
    """Whether a tidied number is as long as a mobile's or a land line's."""
    return _is_mobile(number) or _LANDLINE.fullmatch(number) is not None


def _is_mobile(number: str) -> bool:
    return len(number) == _MOBILE_DIGITS and number.startswith("1")


def _phone(number: str) -> Sensitive:
    return Sensitive(SensitiveKind.PHONE, number)


@dataclass(frozen=True, slots=True)
class ReadRelation:
    """A relation as written and its code."""

    word: str
    code: str
    notes: tuple[Note, ...] = ()


def read_relation(cell: CellValue) -> ReadRelation:
    """The relation to the head; unknown words are kept and have no code."""
    if cell.kind is CellKind.ERROR:
        return ReadRelation("", UNKNOWN, (error_note(cell),))
    word = _INVISIBLE.sub("", cell.text)
    if not word:
        return ReadRelation("", UNKNOWN, (check("relation_missing"),))
    code = relation_code(word)
    return ReadRelation(word, code, () if code else (check("relation_unknown", text=word),))


def read_party(cell: CellValue) -> ReadParty:
    """Party membership from the political standing or from 是否党员."""
    if cell.kind is CellKind.ERROR:
        return ReadParty(None, False, (error_note(cell),))
    word = _INVISIBLE.sub("", cell.text)
    if word in _VAGUE_PARTY:
        return ReadParty(PartyKind.FULL, True, vague=True)
    if word in PARTY_WORDS:
        return ReadParty(PARTY_WORDS[word], True)
    if not word or word in _OTHER_STANDINGS:
        return ReadParty(None, bool(word))
    return ReadParty(None, False, (check("party_unknown", text=word),))


def read_residence(cell: CellValue) -> ReadText:
    """One of the six kinds of living here; other words are kept and named."""
    if cell.kind is CellKind.ERROR:
        return ReadText("", (error_note(cell),))
    word = _INVISIBLE.sub("", cell.text)
    if not word or word in RESIDENCES:
        return ReadText(RESIDENCES.get(word, ""))
    return ReadText(word, (check("residence_unknown", text=word),))
