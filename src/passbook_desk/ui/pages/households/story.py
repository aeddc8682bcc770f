"""The acts of a household in words: what happened, and what was before and after."""

from collections.abc import Mapping

from passbook_desk.features.households.life.values import ActKind, PartyWay, StoryLine
from passbook_desk.features.households.links import LinkKind
from passbook_desk.ui.kit.sentences import sentence_for, tell_code
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.links_values import KIND_WORDS

_FIELDS = {
    "name": QT_TRANSLATE_NOOP("Story", "姓名"),
    "sex": QT_TRANSLATE_NOOP("Story", "性别"),
    "born_on": QT_TRANSLATE_NOOP("Story", "出生"),
    "id_number": QT_TRANSLATE_NOOP("Story", "身份证号"),
    "phone": QT_TRANSLATE_NOOP("Story", "电话"),
    "relation": QT_TRANSLATE_NOOP("Story", "关系"),
    "ethnic_group": QT_TRANSLATE_NOOP("Story", "民族"),
    "education": QT_TRANSLATE_NOOP("Story", "文化程度"),
    "house_number": QT_TRANSLATE_NOOP("Story", "门牌"),
    "address": QT_TRANSLATE_NOOP("Story", "住址"),
    "remark": QT_TRANSLATE_NOOP("Story", "备注"),
}
_WAYS = {
    PartyWay.JOINED: QT_TRANSLATE_NOOP("Story", "入党"),
    PartyWay.CONFIRMED: QT_TRANSLATE_NOOP("Story", "转正"),
    PartyWay.TRANSFERRED_IN: QT_TRANSLATE_NOOP("Story", "组织关系转入"),
    PartyWay.TRANSFERRED_OUT: QT_TRANSLATE_NOOP("Story", "组织关系转出"),
    PartyWay.STANDING: QT_TRANSLATE_NOOP("Story", "流动或报到变更"),
    PartyWay.ENDED: QT_TRANSLATE_NOOP("Story", "不再是党员"),
}
_SCORED = QT_TRANSLATE_NOOP("Story", "计分")
_NOT_SCORED = QT_TRANSLATE_NOOP("Story", "不计分")
_BOOK = QT_TRANSLATE_NOOP("Story", "存折 {number} 可用 {before} → {after}")
_NOTHING = QT_TRANSLATE_NOOP("Story", "空")
_WITH_MORE = QT_TRANSLATE_NOOP("Story", "{sentence}（{more}）")
_SPENDABLE = 1
"""The place of the spendable points in what an act keeps of a book: assessment, spendable, base."""


def story_words(line: StoryLine) -> str:
    """An act as this household saw it; the other one of a split, a merge or a move has its own words."""
    code = f"story.{line.kind.value}"
    if line.from_other and sentence_for(f"{code}.other") is not None:
        code = f"{code}.other"
    sentence, more = tell_code(code, line.params()), _more(line)
    if not more:
        return sentence
    return translate("Story", _WITH_MORE).format(sentence=sentence.rstrip("。."), more=more)


def _more(line: StoryLine) -> str:
    """What the act changed; tags are not told here, they are shown on demand only."""
    detail = line.detail
    if line.kind is ActKind.SCORED_SET:
        return translate("Story", _SCORED if detail.get("scored") else _NOT_SCORED)
    if line.kind is ActKind.PARTY_SET and detail.get("way") in set(PartyWay):
        return translate("Story", _WAYS[PartyWay(detail["way"])])
    if line.kind in (ActKind.LINK_ADDED, ActKind.LINK_ENDED) and detail.get("link") in set(LinkKind):
        return translate("Links", KIND_WORDS[LinkKind(detail["link"])])
    return "，".join([*_changes(detail), *_books(detail)])


def _changes(detail: Mapping[str, str]) -> list[str]:
    nothing = translate("Story", _NOTHING)
    return [
        f"{translate('Story', _FIELDS[name])} "
        f"{detail.get(f'{name}.old') or nothing} → {detail.get(f'{name}.new') or nothing}"
        for name in detail.get("fields", "").split()
        if name in _FIELDS
    ]


def _books(detail: Mapping[str, str]) -> list[str]:
    told = []
    for name, number in detail.items():
        before, after = detail.get(f"{name}.before"), detail.get(f"{name}.after")
        if before is not None and after is not None and number:
            words = translate("Story", _BOOK)
            figures = (before.split()[_SPENDABLE], after.split()[_SPENDABLE])
            told.append(words.format(number=number, before=figures[0], after=figures[1]))
    return told
