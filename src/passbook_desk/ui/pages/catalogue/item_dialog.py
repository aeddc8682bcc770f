"""The form of one item, and that of the limits over all items."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLayout, QLineEdit, QWidget

from passbook_desk.features.catalogue.editing import FIVE_AREAS, NINE_AREAS, SOURCES
from passbook_desk.features.catalogue.errors import ItemIncomplete
from passbook_desk.features.catalogue.limit_text import ReadLimits
from passbook_desk.features.catalogue.values import Effect, Holder, ItemDraft, Limit, Veto, VetoTerm
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.catalogue.item_entry import NEW_ITEM, ItemEntry, understood, value_of, worth_of
from passbook_desk.ui.pages.catalogue.limits_box import LimitsBox
from passbook_desk.ui.pages.catalogue.words import EFFECTS, HOLDERS, TERMS, VETOES, said

_LONGEST: Final = 200


class ItemDialog(FormDialog):
    """`entered(entry, former code)` comes when the form is right by itself; refusals go to `panel`.

    `item` None is a new one.
    """

    entered = Signal(object, str)

    def __init__(self, item: ItemDraft | None, categories: Sequence[str], parent: QWidget) -> None:
        shown = NEW_ITEM if item is None else item
        self._former = shown.code
        self._line_no = shown.line_no
        self._fields(shown, categories)
        panel = FormPanel(self._rows(), translate("ItemDialog", "放进草稿"))
        title = (
            translate("ItemDialog", "添一项")
            if item is None
            else translate("ItemDialog", "改 {code} {name}").format(code=item.code, name=item.name)
        )
        super().__init__(title, panel, parent)
        self._by_hand = False
        read = self._read()
        self._by_hand = set(read.limits) != set(shown.limits)
        self.limits.set_limits(shown.limits)
        self._tell(read)
        self.limits.edited.connect(self._edit_limits)
        self.cap.textEdited.connect(lambda _: self._follow())
        self.value.textEdited.connect(lambda _: self._follow())
        for box in self.holders.boxes.values():
            box.toggled.connect(lambda _: self._follow())
        panel.submitted.connect(self._submit)

    def _fields(self, item: ItemDraft, categories: Sequence[str]) -> None:
        self.name, self.value, self.cap = _line(item.name), _line(value_of(item)), _line(item.cap)
        self.evidence, self.remark = _line(item.evidence), _line(item.remark)
        self.category = _categories(categories, item.category)
        self.holders = HoldersEdit(item.holders)
        self.limits = LimitsBox()
        self.limits.set_holders(item.holders)
        self.source = QComboBox()
        self.source.setEditable(True)
        self.source.addItems(["", *SOURCES])
        self.source.setCurrentText(item.source)
        self.effect, self.veto, self.veto_term = QComboBox(), QComboBox(), QComboBox()
        for effect, word in EFFECTS.items():
            self.effect.addItem(said(word), effect)
        for veto, word in VETOES.items():
            self.veto.addItem(said(word), veto)
        for term, word in TERMS.items():
            self.veto_term.addItem(said(word), term)
        self.effect.setCurrentIndex(self.effect.findData(item.effect))
        self.veto.setCurrentIndex(self.veto.findData(item.veto))
        self.veto_term.setCurrentIndex(self.veto_term.findData(item.veto_term))
        self.code = CodeEdit(3, 3)
        self.code.setText(item.code)
        self.enabled = QCheckBox(translate("ItemDialog", "能记分"))
        self.enabled.setChecked(item.enabled)

    def _rows(self) -> tuple[Field, ...]:
        return (
            Field("name", translate("ItemDialog", "事项"), self.name, required=True),
            Field("category", translate("ItemDialog", "类别"), self.category, required=True,
                  help=translate("ItemDialog", "可以选，也可以自己写。")),
            Field("value", translate("ItemDialog", "分值"), self.value, check=self._check_value,
                  help=translate("ItemDialog", "如 10、-2、5分/次、5-10分、2分/小时；没议定就空着。")),
            Field("holders", translate("ItemDialog", "记入"), self.holders, check=self._check_holders),
            Field("cap", translate("ItemDialog", "上限"), self.cap,
                  help=translate("ItemDialog", "照会议的原话写，如 每天1次、每月不超过20分。")),
            Field("limits", translate("ItemDialog", "程序按"), self.limits, check=self.limits.limits),
            Field("source", translate("ItemDialog", "认定方式"), self.source),
            Field("evidence", translate("ItemDialog", "依据材料"), self.evidence,
                  help=translate("ItemDialog", "要看什么才能记，如 照片、证书、签到表。")),
            Field("effect", translate("ItemDialog", "积分用途"), self.effect),
            Field("veto", translate("ItemDialog", "一票否决"), self.veto),
            Field("veto_term", translate("ItemDialog", "否决期限"), self.veto_term),
            Field("remark", translate("ItemDialog", "备注"), self.remark),
            Field("code", translate("ItemDialog", "编码"), self.code,
                  help=translate("ItemDialog", "三位数字，空着由程序给。用过的编码不能改给别的事。")),
            Field("enabled", translate("ItemDialog", "状态"), self.enabled),
        )  # fmt: skip

    def _check_value(self) -> None:
        worth_of(self.value.text())

    def _check_holders(self) -> None:
        if not self.holders.holders():
            raise ItemIncomplete(field="holders", item=self.code.text())

    def _read(self) -> ReadLimits:
        return understood(self.cap.text(), self.value.text(), self.holders.holders())

    def _follow(self) -> None:
        """The words, the value or the books changed: what the words mean is shown at once."""
        self.limits.set_holders(self.holders.holders())
        read = self._read()
        if not self._by_hand:
            self.limits.set_limits(read.limits)
        self._tell(read)

    def _edit_limits(self) -> None:
        self._by_hand = True
        self._tell(self._read())

    def _tell(self, read: ReadLimits) -> None:
        parts = [
            *(self.tr("“{words}”看不准，程序不会按它限。").format(words=words) for words in read.unread),
            *(self.tr("“{words}”程序数不了，由人把关。").format(words=words) for words in read.by_hand),
        ]
        if self._by_hand:
            parts.append(self.tr("限额是自己填的，请和上面的话对一对。"))
        else:
            parts += [
                self.tr("“{words}”没写按什么期限，先按一直累计，请核对。").format(words=words)
                for words in read.endless
            ]
            if read.limits and not parts:
                parts.append(self.tr("上面的话看懂了，程序就这样限。"))
        self.limits.say("".join(parts))

    def _submit(self) -> None:
        self.panel.set_busy(True)
        entry = ItemEntry(
            code=self.code.code(),
            category=self.category.currentText(),
            name=self.name.text(),
            value=self.value.text(),
            cap=self.cap.text(),
            limits=self.limits.limits(),
            holders=self.holders.holders(),
            source=self.source.currentText(),
            evidence=self.evidence.text(),
            effect=Effect(self.effect.currentData()),
            veto=Veto(self.veto.currentData()),
            veto_term=VetoTerm(self.veto_term.currentData()),
            remark=self.remark.text(),
            enabled=self.enabled.isChecked(),
            line_no=self._line_no,
        )
        self.entered.emit(entry, self._former)


class TotalLimitsDialog(FormDialog):
    """`entered(limits)` comes with the limits over all items."""

    entered = Signal(object)

    def __init__(self, limits: Sequence[Limit], parent: QWidget) -> None:
        self.limits = LimitsBox(whole=True)
        self.limits.set_limits(limits)
        panel = FormPanel(
            (
                Field("limits", translate("TotalLimitsDialog", "总限额"), self.limits,
                      help=translate("TotalLimitsDialog", "所有事项加在一起算，每本存折各算各的。"),
                      check=self.limits.limits),
            ),
            translate("TotalLimitsDialog", "放进草稿"),
            scrolling=False,
        )  # fmt: skip
        super().__init__(translate("TotalLimitsDialog", "全部事项的限额"), panel, parent)
        column = self.layout()
        assert column is not None
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with its lines
        panel.submitted.connect(self._submit)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self.entered.emit(self.limits.limits())


class HoldersEdit(QWidget):
    """A tick for each kind of book."""

    def __init__(self, holders: Sequence[Holder]) -> None:
        super().__init__()
        self.boxes = {holder: QCheckBox(said(word)) for holder, word in HOLDERS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for holder, box in self.boxes.items():
            box.setChecked(holder in holders)
            row.addWidget(box)
        row.addStretch(1)

    def holders(self) -> tuple[Holder, ...]:
        """Those that are ticked."""
        return tuple(holder for holder, box in self.boxes.items() if box.isChecked())


def _line(text: str) -> QLineEdit:
    edit = QLineEdit(text)
    edit.setMaxLength(_LONGEST)
    return edit


def _categories(own: Sequence[str], chosen: str) -> QComboBox:
    """The village's own categories, then the two published sets, each under its heading."""
    box = QComboBox()
    box.setEditable(True)
    model = QStandardItemModel(box)
    sets = (
        (translate("ItemDialog", "村里用着的"), own),
        (translate("ItemDialog", "五类"), FIVE_AREAS),
        (translate("ItemDialog", "九类"), NINE_AREAS),
    )
    for heading, words in sets:
        if not words:
            continue
        head = QStandardItem(translate("ItemDialog", "—— {heading} ——").format(heading=heading))
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        model.appendRow(head)
        for word in words:
            model.appendRow(QStandardItem(word))
    box.setModel(model)
    box.setCurrentIndex(-1)
    box.setCurrentText(chosen)
    return box
