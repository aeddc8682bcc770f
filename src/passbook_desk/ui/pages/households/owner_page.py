"""One shop or resident unit: facts, owner, the green book and its lines."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from passbook_desk.features.households.owners.values import OrganizationKind, OrganizationRow
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.values import LineRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.icons import Badge, BadgeLabel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.households.columns import line_columns
from passbook_desk.ui.pages.households.owner_form import OwnerForm
from passbook_desk.ui.pages.households.owners_columns import kind_word
from passbook_desk.ui.pages.households.owners_presenter import OwnerPresenter
from passbook_desk.ui.pages.households.owners_values import OwnerCard
from passbook_desk.ui.pages.households.relations_box import short_name
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LONGEST_TITLE = 9


class OwnerPage(PageFrame):
    """Facts on top, the note about a red book below them, then the lines."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.LEDGER})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("OwnerPage", "商铺或单位"))
        self._tools, self._key = tools, key
        self._presenter = OwnerPresenter(tools.desk, self, tools.jobs)
        self._shown: OwnerCard | None = None
        self._facts, self._note, self._figures = QLabel(), QLabel(), QLabel()
        self._owner = QPushButton()
        self._badge = BadgeLabel(Badge.DISC, self.tr("绿折"))
        self._of_paper = QPushButton(self.tr("存折册"))
        self._of_paper.setObjectName("owner.books")
        self._of_paper.clicked.connect(lambda: self._open_books())
        self._lines: TablePage[LineRow] = TablePage(line_columns(self._on_paper), self._nothing_yet(None))
        self._lay_out()
        self._act()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("上面是登记的情况，下面是绿折的流水。"),
            self.tr("党员经营的商铺，店里的事记绿折，本人的事记红折，同一件事只记一边。"),
            self.tr("停业以后不能再记，停业前的事还能补记；积分一直留着。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        organization_id = params.get("id")
        if isinstance(organization_id, int):
            self.message.clear()
            self._presenter.open(organization_id)

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_owner(self, found: OwnerCard) -> None:
        """Show a shop or unit with its book."""
        self._shown = found
        row = found.organization
        title = self.tr("{name}　{code}　{kind}")
        name = short_name(row.name, _LONGEST_TITLE)
        self.set_title(title.format(name=name, code=row.code, kind=kind_word(row.kind)))
        self._facts.setText(self._facts_of(row))
        self._owner.setVisible(found.owner_household is not None)
        self._owner.setText(self.tr("经营者的户 {code}").format(code=found.owner_code))
        self._note.setText(self._note_of(found))
        self._note.setVisible(bool(self._note.text()))
        self._badge.setVisible(found.book is not None)
        self._figures.setVisible(found.book is not None)
        self._of_paper.setVisible(found.book is not None)
        self._figures.setText(self._figures_of(found))
        self._lines.set_empty(self._nothing_yet(found))
        self._lines.set_rows(found.book.lines if found.book else ())
        self._act()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _on_paper(self) -> int | None:
        book = self._shown.book if self._shown is not None else None
        return None if book is None else book.on_paper

    def _lay_out(self) -> None:
        self._facts.setWordWrap(True)
        self._note.setWordWrap(True)
        self._note.setProperty("role", "warn")
        self._figures.setWordWrap(True)
        self._figures.setProperty("role", "strong")
        self._owner.clicked.connect(self._open_owner)
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._facts, 1)
        row.addWidget(self._owner)
        card.body.addLayout(row)
        card.body.addWidget(self._note)
        self.body.addWidget(card)
        book = QHBoxLayout()
        book.setSpacing(12)
        book.addWidget(self._badge)
        book.addWidget(self._figures, 1)
        book.addWidget(self._of_paper)
        self.body.addLayout(book)
        self.body.addWidget(self._lines, 1)

    def _act(self) -> None:
        is_open = self._shown is None or self._shown.organization.is_open
        closing = (
            Action("owner.close", self.tr("记停业"), self._close)
            if is_open
            else Action("owner.reopen", self.tr("恢复营业"), self._reopen)
        )
        with_book = [
            Action("owner.record", self.tr("记一笔"), self._record, primary=True),
            Action("owner.post", self.tr("登折"), self._post, "F9"),
        ]
        has_book = self._shown is not None and self._shown.book is not None
        edit = Action("owner.edit", self.tr("修改"), self._edit)
        self.set_actions([*(with_book if has_book else ()), edit, closing])

    def _nothing_yet(self, found: OwnerCard | None) -> Empty:
        if found is not None and found.book is None:
            return Empty(self.tr("停业时没有积分，存折已收起。恢复营业后接着用原来的账号。"))
        return Empty(self.tr("还没有积分。"), self.tr("记一笔"), self._record)

    def _facts_of(self, row: OrganizationRow) -> str:
        keeper = self.tr("经营者") if row.kind is OrganizationKind.SHOP else self.tr("负责人")
        facts = (
            (self.tr("名称"), row.name if len(row.name) > _LONGEST_TITLE else ""),
            (keeper, row.owner_name),
            (self.tr("电话"), str(row.phone) if row.phone else ""),
            (self.tr("网格"), row.grid_name),
            (self.tr("位置"), row.address),
            (self.tr("类别"), row.category),
            (self.tr("党员商铺挂牌"), row.plaque_on),
            (self.tr("备注"), row.remark),
            (self.tr("停业"), day_text(row.closed_on) if row.closed_on else ""),
        )
        return "　".join(f"{title} {value}" for title, value in facts if value)

    def _note_of(self, found: OwnerCard) -> str:
        if not found.red:
            return ""
        words = self.tr("经营者{name}是党员，另有红折 {numbers}。同一件事只记一边，不得两边都记。")
        return words.format(name=found.organization.owner_name, numbers="、".join(found.red))

    def _figures_of(self, found: OwnerCard) -> str:
        if found.book is None:
            return ""
        figures = found.book.balance
        words = self.tr(
            "账号 {number}　可用 {spendable} 分　结余 {balance} 分　考核 {assessment} 分　{lines} 行"
        )
        said = words.format(
            number=figures.account.number,
            spendable=figures.spendable,
            balance=figures.balance,
            assessment=figures.assessment,
            lines=len(found.book.lines),
        )
        if found.book.unprinted:
            said = self.tr("{figures}　未登折 {count} 行").format(figures=said, count=found.book.unprinted)
        waiting = self.tr("{figures}　待审 {pending} 分，还不能用")
        return waiting.format(figures=said, pending=figures.pending) if figures.pending else said

    def _record(self) -> None:
        if self._shown is not None and self._shown.book is not None:
            self._tools.go(Route("ledger", {"account": self._shown.book.balance.account.id}))

    def _post(self) -> None:
        if self._shown is not None and self._shown.book is not None:
            self._tools.go(Route("post", {"account": self._shown.book.balance.account.id}))

    def _open_books(self) -> None:
        if self._shown is not None and self._shown.book is not None:
            self._tools.go(Route("books", {"account": self._shown.book.balance.account.id}))

    def _edit(self) -> None:
        if self._shown is not None:
            row = self._shown.organization
            OwnerForm(self._tools, self._key, row.kind, self._shown.grids, row, self._saved, self).open()

    def _saved(self, organization_id: int) -> None:
        self._tools.announcer.done(self.tr("已保存。"))
        self._presenter.open(organization_id)

    def _open_owner(self) -> None:
        if self._shown is not None and self._shown.owner_household is not None:
            self._tools.go(Route("household", {"id": self._shown.owner_household}))

    def _close(self) -> None:
        if self._shown is None:
            return
        name = self._shown.organization.name
        sentence = self.tr("“{name}”从今天起停业？登记和积分都留着，以后可以恢复。")
        if self._tools.dialogs.confirm(self.tr("记停业"), sentence.format(name=name), self.tr("记停业")):
            said = self.tr("“{name}”已记停业。").format(name=name)
            self._presenter.close(lambda: self._tools.announcer.done(said))

    def _reopen(self) -> None:
        if self._shown is not None:
            said = self.tr("“{name}”已恢复营业。").format(name=self._shown.organization.name)
            self._presenter.reopen(lambda: self._tools.announcer.done(said))
