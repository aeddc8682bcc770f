"""理事会: the bodies' members and charters, pledges, and things lent; one face at a time."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from passbook_desk.features.events.bodies.values import (
    USUAL_SIZE,
    BodyKind,
    BodyRow,
    CharterRow,
    MemberRow,
    PledgeSheet,
)
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.faces import FacesPage
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.events.council_columns import (
    CHARTER_COLUMNS,
    MEMBER_COLUMNS,
    PLEDGE_COLUMNS,
    PledgeLine,
    body_word,
)
from passbook_desk.ui.pages.events.council_forms import (
    BodyForm,
    CharterForm,
    CouncilForm,
    EndTermForm,
    MemberForm,
)
from passbook_desk.ui.pages.events.council_presenter import CouncilFound, CouncilPresenter
from passbook_desk.ui.pages.events.lending_forms import (
    EquipmentForm,
    LendForm,
    PledgeForm,
    PledgeWordsForm,
    ReturnForm,
)
from passbook_desk.ui.pages.events.lending_view import LendingView
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_FORMER, _SIGNED, _UNSIGNED, _STRUCK = "former", "signed", "unsigned", "struck"


class Face(StrEnum):
    """What the page shows."""

    MEMBERS = "members"
    CHARTERS = "charters"
    PLEDGES = "pledges"
    THINGS = "things"


class CouncilPage(FacesPage[Face]):
    """Parameters: `face`, one of members, charters, pledges, things."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("CouncilPage", "理事会"))
        self._tools = tools
        self._presenter = CouncilPresenter(tools.desk, self, tools.jobs, key)
        self._found: CouncilFound | None = None
        self.members: TablePage[MemberRow] = TablePage(
            MEMBER_COLUMNS,
            Empty(self.tr("还没有成员。请村里有威望的人来当。"), self.tr("添成员"), self._add_member),
            chips=(
                *(Chip(kind.value, body_word(kind)) for kind in BodyKind),
                Chip(_FORMER, self.tr("以前的")),
            ),
        )
        self.charters: TablePage[CharterRow] = TablePage(
            CHARTER_COLUMNS,
            Empty(self.tr("还没有章程。开会定了，存在这里。"), self.tr("采用新章程"), self._adopt),
        )
        self.pledges: TablePage[PledgeLine] = TablePage(
            PLEDGE_COLUMNS,
            Empty(self.tr("这里没有承诺书。")),
            find_hint=self.tr("承诺人、户编号"),
            chips=(
                Chip(_SIGNED, self.tr("已签")),
                Chip(_UNSIGNED, self.tr("未签")),
                Chip(_STRUCK, self.tr("作废的")),
            ),
            matches=lambda line, text: text in line.name or line.code.startswith(text),
        )
        self.things = LendingView(self._keep_thing, self._lend)
        self.members.chip_changed.connect(lambda _key: self._show_members())
        self.pledges.chip_changed.connect(lambda _key: self._show_pledges())
        self.charters.opened.connect(self._read_charter)
        self.things.loans.opened.connect(lambda _row: self._bring_back())
        self.lay_out(
            {
                Face.MEMBERS: (self.tr("成员"), self.members),
                Face.CHARTERS: (self.tr("章程"), self.charters),
                Face.PLEDGES: (self.tr("承诺书"), self.pledges),
                Face.THINGS: (self.tr("物品借用"), self.things),
            }
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("成员记上职务和任期；不再担任的按“任期结束”，名单留着。"),
            self.tr("承诺书可以打出来签：村里自己的文字，一人一页；签好再登记。"),
            self.tr("借出的桌椅帐篷记在红白事名下，办完第二天没还就算过期。"),
        )

    def acts_of(self) -> dict[Face, list[Action]]:
        return {
            Face.MEMBERS: [
                Action("council.body", self.tr("名称和成立"), self._edit_body),
                Action("council.end", self.tr("任期结束"), self._end_term),
                Action("council.member", self.tr("添成员"), self._add_member, "Ins", primary=True),
            ],
            Face.CHARTERS: [
                Action("charter.read", self.tr("看全文"), self._read_chosen_charter),
                Action("council.charter", self.tr("采用新章程"), self._adopt, "Ins", primary=True),
            ],
            Face.PLEDGES: [
                Action("council.strike", self.tr("作废"), self._strike),
                Action("council.words", self.tr("改文字"), self._write),
                Action("council.print", self.tr("打承诺书"), self._print, "F12"),
                Action("council.sign", self.tr("登记签订"), self._sign, "Ins", primary=True),
            ],
            Face.THINGS: [
                Action("council.thing", self.tr("添物品"), self._keep_thing),
                Action("council.count", self.tr("清点"), self._count_thing),
                Action("council.back", self.tr("归还"), self._bring_back),
                Action("council.lend", self.tr("借出"), self._lend, "Ins", primary=True),
            ],
        }

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        if "face" in params:
            self.show_face(Face(str(params["face"])))
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_council(self, found: CouncilFound) -> None:
        """Everything as it stands today."""
        self._found = found
        self._show_members()
        self.charters.set_rows(found.charters)
        self._show_pledges()
        self.things.show_things(found.equipment, found.loans)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _show_members(self) -> None:
        found, chip = self._found, self.members.chip
        if found is None:
            return
        rows = [row for row in found.members if (chip == _FORMER) is _is_over(row, found)]
        if chip == _FORMER:
            self.members.set_rows(rows)
            self.members.set_totals(self.tr("共 {count} 个任期").format(count=len(rows)) if rows else "")
            return
        self.members.set_rows([row for row in rows if row.kind.value == chip])
        self.members.set_totals(self._about_body(next(row for row in found.bodies if row.kind.value == chip)))

    def _about_body(self, body: BodyRow) -> str:
        words = [self.tr("{name}：{count} 人").format(name=body.name, count=body.members)]
        if body.members and not body.usual_size:
            least, most = USUAL_SIZE
            words.append(self.tr("（各地多为 {least}—{most} 人）").format(least=least, most=most))
        if body.founded_on is not None:
            words.append(self.tr("{day} 成立").format(day=day_text(body.founded_on)))
        if body.charter is not None:
            words.append(self.tr("章程第 {number} 版").format(number=body.charter.number))
        return "　".join(words)

    def _show_pledges(self) -> None:
        found, chip = self._found, self.pledges.chip
        if found is None:
            return
        if chip == _UNSIGNED:
            lines = [PledgeLine(None, missing) for missing in found.unsigned]
        else:
            lines = [
                PledgeLine(row) for row in found.pledges if (row.struck_on is not None) is (chip == _STRUCK)
            ]
        self.pledges.set_rows(lines)
        holding = sum(row.struck_on is None for row in found.pledges)
        self.pledges.set_totals(
            self.tr("已签 {signed} 份　党员和成员未签 {missing} 人").format(
                signed=holding, missing=len(found.unsigned)
            )
        )

    def _open(self, form: CouncilForm) -> None:
        self.message.clear()
        form.open()

    def _done(self, words: str) -> Callable[[], None]:
        return partial(self._tools.announcer.done, words)

    def _body(self) -> BodyKind:
        chip = self.members.chip
        return BodyKind.COUNCIL if chip == _FORMER else BodyKind(chip)

    def _add_member(self) -> None:
        done = self._done(self.tr("已添上成员。"))
        self._open(MemberForm(self._presenter, self._tools.clock, self._body(), done, self))

    def _end_term(self) -> None:
        row = self.members.selected_row()
        if row is None:
            self._choose_first()
            return
        done = self._done(self.tr("{name}的任期已结束。").format(name=row.name))
        self._open(EndTermForm(self._presenter, self._tools.clock, row, done, self))

    def _edit_body(self) -> None:
        if self._found is not None:
            body = next(row for row in self._found.bodies if row.kind is self._body())
            done = self._done(self.tr("已保存。"))
            self._open(BodyForm(self._presenter, self._tools.clock, body, done, self))

    def _adopt(self) -> None:
        done = self._done(self.tr("已采用新章程。"))
        self._open(CharterForm(self._presenter, self._tools.clock, BodyKind.COUNCIL, done, self))

    def _read_chosen_charter(self) -> None:
        row = self.charters.selected_row()
        if row is None:
            self._choose_first()
        else:
            self._read_charter(row)

    def _read_charter(self, row: CharterRow) -> None:
        title = self.tr("{body}章程第 {number} 版").format(body=body_word(row.kind), number=row.number)
        held = self.tr("{day} 会议通过，{start} 起执行").format(
            day=day_text(row.meeting_on), start=day_text(row.effective_from)
        )
        self._tools.dialogs.tell(title, held, row.words)

    def _sign(self) -> None:
        if self._found is not None:
            done, line = self._done(self.tr("已登记承诺书。")), self.pledges.selected_row()
            clock, events = self._tools.clock, self._found.events
            self._open(PledgeForm(self._presenter, clock, events, line, done, self))

    def _write(self) -> None:
        if self._found is not None:
            done, clock = self._done(self.tr("新的文字已存好。")), self._tools.clock
            self._open(PledgeWordsForm(self._presenter, clock, self._found.text, done, self))

    def _strike(self) -> None:
        line = self.pledges.selected_row()
        if line is None or line.row is None:
            self._choose_first()
            return
        title = self.tr("作废第 {number} 份承诺书").format(number=line.row.number)
        why = self._tools.dialogs.ask_reason(
            title, self.tr("登记错了才作废，原因留在册上。"), self.tr("作废")
        )
        if why is not None:
            done = self._done(self.tr("第 {number} 份已作废。").format(number=line.row.number))
            self._presenter.strike(line.row.id, why, done)

    def _print(self) -> None:
        found, line = self._found, self.pledges.selected_row()
        if found is None:
            return
        one = self.tr("所选的一份")
        offers: list[tuple[str, Sequence[PledgeSheet]]] = [(self.tr("空白的一张"), (PledgeSheet(),))]
        if found.unsigned:
            every = [PledgeSheet(each.name, each.household_code, each.capacity) for each in found.unsigned]
            offers.append((self.tr("未签的 {count} 人").format(count=len(every)), every))
        if line is not None:
            offers.append((one, (_sheet_of(line),)))
        words = [word for word, _ in offers]
        chosen = self._tools.dialogs.choose(self.tr("打承诺书"), self.tr("打哪些？一人一页。"), words)
        if chosen is None:
            return
        params: dict[str, object] = {"sheets": tuple(offers[chosen][1])}
        if words[chosen] == one and line is not None and line.row is not None:
            params["words"] = line.row.words_number
        self._tools.go(Route("pledge_paper", params))

    def _keep_thing(self) -> None:
        self._open(EquipmentForm(self._presenter, None, self._done(self.tr("已添上物品。")), self))

    def _count_thing(self) -> None:
        row = self.things.equipment.selected_row()
        if row is None:
            self._choose_first()
        else:
            self._open(EquipmentForm(self._presenter, row, self._done(self.tr("已清点。")), self))

    def _lend(self) -> None:
        if self._found is None or not self._found.equipment:
            self._keep_thing()
            return
        done, chosen = self._done(self.tr("已登记借出。")), self.things.equipment.selected_row()
        things, clock = self._found.equipment, self._tools.clock
        self._open(LendForm(self._presenter, clock, things, chosen, done, self))

    def _bring_back(self) -> None:
        row = self.things.loans.selected_row()
        if row is None or not row.open:
            self.message.say(self.tr("先在下面的表里选一笔还没还清的。"), Mood.NOTE)
            return
        done = self._done(self.tr("已登记归还。"))
        self._open(ReturnForm(self._presenter, self._tools.clock, row, done, self))

    def _choose_first(self) -> None:
        self.message.say(self.tr("先在表里选一行。"), Mood.NOTE)


def _is_over(row: MemberRow, found: CouncilFound) -> bool:
    return row.to_on is not None and row.to_on < found.today


def _sheet_of(line: PledgeLine) -> PledgeSheet:
    if line.row is None:
        assert line.missing is not None
        return PledgeSheet(line.name, line.code, line.missing.capacity)
    row = line.row
    return PledgeSheet(line.name, line.code, row.capacity, row.number, row.event_number, row.signed_on)
