"""The only wiring of the window: a village, its desk, the pages and the frame, by hand.

Pages are imported after the first paint, on the desk lane, while the village is opened.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.places import Places
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.ports import Dialogs
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.routes import COUNTER, HOME, SETTINGS, Route

if TYPE_CHECKING:
    from passbook_desk.app.desk import Desk
    from passbook_desk.ui.kit.page_frame import PageFrame
    from passbook_desk.ui.shell.rail import RailEntry
    from passbook_desk.ui.shell.tools import Tools
    from passbook_desk.ui.shell.window import Window

RAIL_WORDS = (
    (1, QT_TRANSLATE_NOOP("Rail", "首页"), HOME, ()),
    (
        2,
        QT_TRANSLATE_NOOP("Rail", "户册"),
        Route("households"),
        (
            "household",
            "life",
            "split",
            "merge",
            "deregister",
            "links",
            "places",
            "import_roster",
            "roster_paper",
            "owners",
            "owner",
            "roles",
        ),
    ),
    (
        3,
        QT_TRANSLATE_NOOP("Rail", "积分录入"),
        Route("ledger"),
        ("claims", "review_sheet", "claims_upload", "counting", "closing"),
    ),
    (
        4,
        QT_TRANSLATE_NOOP("Rail", "兑换柜台"),
        COUNTER,
        (
            "goods",
            "goods_item",
            "goods_paper",
            "goods_import",
            "outlets",
            "redemption_report",
            "slip",
            "slips",
            "stock",
            "stock_paper",
            "stock_card",
            "stock_moves",
            "stock_print",
            "exchange_days",
            "exchange_day",
            "exchange_paper",
            "stocktakes",
            "stocktake",
            "stocktake_paper",
        ),
    ),
    (
        5,
        QT_TRANSLATE_NOOP("Rail", "红白事"),
        Route("events"),
        (
            "event_form",
            "event",
            "event_step",
            "event_points",
            "event_report",
            "event_import",
            "standard",
            "rites_council",
            "pledge_paper",
        ),
    ),
    (
        7,
        QT_TRANSLATE_NOOP("Rail", "公示"),
        Route("notices"),
        ("notice_wizard", "notice", "objections", "objection"),
    ),
    (
        8,
        QT_TRANSLATE_NOOP("Rail", "打印中心"),
        Route("print"),
        ("post", "books", "book_paper", "sheets", "copies", "check_code", "calibration", "book_types"),
    ),
    (
        0,
        QT_TRANSLATE_NOOP("Rail", "设置"),
        SETTINGS,
        (
            "catalogue",
            "catalogue_draft",
            "catalogue_compare",
            "catalogue_paper",
            "operators",
            "activity",
            "policy",
        ),
    ),
)
"""Ten numbered words (experience §5.0); the numbers of pages that are not built stay free."""


def rail_entries() -> "tuple[RailEntry, ...]":
    """The words of the rail in the window's language."""
    from passbook_desk.ui.shell.rail import RailEntry

    return tuple(
        RailEntry(number, QCoreApplication.translate("Rail", word), route, frozenset(section))
        for number, word, route, section in RAIL_WORDS
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program has before any village is open."""

    theme: Theme
    jobs: JobRunner
    clock: Clock
    places: Places
    dialogs: Dialogs


def page_factories(
    around: Callable[[], Surroundings], window: "Callable[[], Window]", desk: Callable[[], "Desk"]
) -> "Mapping[str, Callable[[], PageFrame]]":
    """A maker for the page of each route; the window and the village's desk exist when it is called."""

    def page(name: str) -> "PageFrame":
        from passbook_desk.app.pages import PAGES

        return PAGES[name](_tools(around(), window(), desk()), desk().file.key)

    names = {route.name for _, _, route, _ in RAIL_WORDS}
    for _, _, _, section in RAIL_WORDS:
        names |= set(section)
    factories: dict[str, Callable[[], PageFrame]] = {name: partial(page, name) for name in names}
    factories[SETTINGS.name] = lambda: _settings_page(around(), window(), desk())
    return factories


def _tools(around: Surroundings, window: "Window", desk: "Desk") -> "Tools":
    from passbook_desk.app.correction_file import CorrectionFile
    from passbook_desk.app.draft_files import DraftFiles
    from passbook_desk.app.printing import font_book
    from passbook_desk.ui.shell.tools import Tools

    return Tools(
        desk=desk,
        jobs=around.jobs,
        clock=around.clock,
        dialogs=around.dialogs,
        announcer=window,
        fontbook=font_book(around.places),
        go=window.go,
        drafts=DraftFiles(around.places.drafts, desk),
        corrections=CorrectionFile(around.places),
    )


def _settings_page(around: Surroundings, window: "Window", desk: "Desk") -> "PageFrame":
    from passbook_desk.app.services import MachineFile, OpenVillageService
    from passbook_desk.ui.kit.actions import Action
    from passbook_desk.ui.shell.settings_page import SettingsPage

    words = QCoreApplication.translate
    links = (
        Action("settings.policy", words("Links", "积分规矩"), lambda: window.go(Route("policy"))),
        Action("settings.catalogue", words("Links", "积分细则"), lambda: window.go(Route("catalogue"))),
        Action("settings.standard", words("Links", "红白事标准"), lambda: window.go(Route("standard"))),
        Action("settings.closing", words("Links", "结账与清零"), lambda: window.go(Route("closing"))),
        Action("settings.book_types", words("Links", "折样"), lambda: window.go(Route("book_types"))),
        Action("settings.operators", words("Links", "操作员"), lambda: window.go(Route("operators"))),
        Action("settings.activity", words("Links", "操作记录"), lambda: window.go(Route("activity"))),
        Action("settings.check_code", words("Links", "核验"), lambda: window.go(Route("check_code"))),
        Action(
            "settings.import",
            words("Links", "导入花名册和期初积分"),
            lambda: window.go(Route("import_roster")),
        ),
    )
    return SettingsPage(
        around.theme,
        OpenVillageService(desk),
        MachineFile(around.places),
        around.jobs,
        around.dialogs,
        window,
        links,
    )
