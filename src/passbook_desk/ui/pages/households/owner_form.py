"""The form of a shop or resident unit, for a new one and for changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.households.owners.values import (
    OrganizationKind,
    OrganizationRow,
    OwnerRow,
)
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import GridRow
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.life_values import phone_said
from passbook_desk.ui.pages.households.owners_presenter import OwnerSaver
from passbook_desk.ui.pages.households.owners_values import OwnerDraft
from passbook_desk.ui.shell.tools import Tools

_CHARACTERS = 28


class OwnerForm(FormDialog):
    """Stays until it is saved; `saved(id)` is called then."""

    def __init__(
        self,
        tools: Tools,
        key: LookupKey,
        kind: OrganizationKind,
        grids: Sequence[GridRow],
        known: OrganizationRow | None,
        saved: Callable[[int], None],
        parent: QWidget,
    ) -> None:
        self._kind, self._known, self._saved = kind, known, saved
        self._dialogs = tools.dialogs
        self._name, self._owner, self._phone = QLineEdit(), QLineEdit(), QLineEdit()
        self._address, self._category = QLineEdit(), QLineEdit()
        self._plaque, self._remark = QLineEdit(), QLineEdit()
        self._grid = QComboBox()
        self.panel = FormPanel(self._fields(), QCoreApplication.translate("OwnerForm", "保存"))
        super().__init__(_title(kind, known), self.panel, parent)
        self._saver = OwnerSaver(tools.desk, self, tools.jobs, key)
        self._grid.addItem(self.tr("不属网格"), None)
        for row in grids:
            self._grid.addItem(row.name, row.id)
        if known is not None:
            self._fill(known)
        self.resize(han_width(self, _CHARACTERS), self.sizeHint().height())
        self.panel.submitted.connect(self._submit)

    def ask_owner(self, draft: OwnerDraft, people: tuple[OwnerRow, ...]) -> None:
        """Residents bear the owner's name: the clerk says which one it is, or none of them."""
        words = [self._words_of(person) for person in people]
        chosen = self._dialogs.choose(
            self.tr("经营者是哪一位？"),
            self.tr("册里有 {count} 位{name}。").format(count=len(people), name=people[0].name),
            [*words, self.tr("都不是，只记姓名")],
        )
        self.panel.set_busy(False)
        if chosen is not None:
            self._saver.choose(draft, people[chosen].person_id if chosen < len(people) else None)

    def show_saved(self, organization_id: int) -> None:
        """It is written."""
        self.accept()
        self._saved(organization_id)

    def show_refused(self, error: BaseException) -> None:
        """Say beside its field why it was not written."""
        self.panel.set_busy(False)
        self.panel.show_problem(error)

    def _fields(self) -> list[Field]:
        shop = self._kind is OrganizationKind.SHOP
        keeper = (
            QCoreApplication.translate("OwnerForm", "经营者")
            if shop
            else QCoreApplication.translate("OwnerForm", "负责人")
        )
        known_phone = self._known is not None and self._known.phone is not None
        keep = QCoreApplication.translate("OwnerForm", "不改就留空；没有了写“无”。") if known_phone else ""
        fields = [
            Field("name", QCoreApplication.translate("OwnerForm", "名称"), self._name, required=True),
            Field("owner", keeper, self._owner),
            Field(
                "phone", QCoreApplication.translate("OwnerForm", "电话"), self._phone, help=keep,
                check=lambda: phone_said(self._phone.text()),
            ),
            Field("grid", QCoreApplication.translate("OwnerForm", "网格"), self._grid),
            Field("address", QCoreApplication.translate("OwnerForm", "位置"), self._address),
            Field("category", QCoreApplication.translate("OwnerForm", "类别"), self._category),
        ]  # fmt: skip
        if shop:
            help_words = QCoreApplication.translate("OwnerForm", "党员商铺的挂牌时间，照写")
            fields.append(
                Field(
                    "plaque", QCoreApplication.translate("OwnerForm", "挂牌"), self._plaque, help=help_words
                )
            )
        return [*fields, Field("remark", QCoreApplication.translate("OwnerForm", "备注"), self._remark)]

    def _fill(self, known: OrganizationRow) -> None:
        self._name.setText(known.name)
        self._owner.setText(known.owner_name)
        self._phone.setPlaceholderText(str(known.phone) if known.phone else "")
        self._grid.setCurrentIndex(max(self._grid.findData(known.place_id), 0))
        self._address.setText(known.address)
        self._category.setText(known.category)
        self._plaque.setText(known.plaque_on)
        self._remark.setText(known.remark)

    def _submit(self) -> None:
        place = self._grid.currentData()
        self.panel.set_busy(True)
        self._saver.save(
            OwnerDraft(
                kind=self._kind,
                organization=self._known,
                name=self._name.text(),
                owner_name=self._owner.text(),
                phone=self._phone.text(),
                place_id=place if isinstance(place, int) else None,
                address=self._address.text(),
                category=self._category.text(),
                plaque_on=self._plaque.text(),
                remark=self._remark.text(),
            )
        )

    def _words_of(self, person: OwnerRow) -> str:
        if not person.household_code:
            return self.tr("{name}，不在任何一户").format(name=person.name)
        words = self.tr("户 {code}　{grid}").format(code=person.household_code, grid=person.grid_name)
        return f"{words}　{person.phone}" if person.phone else words


def _title(kind: OrganizationKind, known: OrganizationRow | None) -> str:
    if known is not None:
        return known.name
    if kind is OrganizationKind.SHOP:
        return QCoreApplication.translate("OwnerForm", "登记商铺")
    return QCoreApplication.translate("OwnerForm", "登记驻地单位")
