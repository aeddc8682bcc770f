"""Every page by the name of its route. Imported once the window is painted."""

from collections.abc import Callable
from typing import Final

from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.pages.access.page import OperatorsPage
from passbook_desk.ui.pages.activity.page import ActivityPage
from passbook_desk.ui.pages.catalogue.compare_page import ComparePage
from passbook_desk.ui.pages.catalogue.draft_page import DraftPage
from passbook_desk.ui.pages.catalogue.page import CataloguePage
from passbook_desk.ui.pages.catalogue.paper_page import CataloguePaperPage
from passbook_desk.ui.pages.checking.page import CheckPage
from passbook_desk.ui.pages.claims.page import ClaimsPage
from passbook_desk.ui.pages.claims.sheet_page import ReviewSheetPage
from passbook_desk.ui.pages.claims.upload_page import UploadPage
from passbook_desk.ui.pages.counting.closing_page import ClosingPage
from passbook_desk.ui.pages.counting.page import CountingPage
from passbook_desk.ui.pages.events.card_page import EventCardPage
from passbook_desk.ui.pages.events.council_page import CouncilPage
from passbook_desk.ui.pages.events.form_page import EventFormPage
from passbook_desk.ui.pages.events.page import EventsPage
from passbook_desk.ui.pages.events.pledge_page import PledgePaperPage
from passbook_desk.ui.pages.events.points_page import EventPointsPage
from passbook_desk.ui.pages.events.register_page import RegisterPage
from passbook_desk.ui.pages.events.report_page import EventReportPage
from passbook_desk.ui.pages.events.standard_page import StandardPage
from passbook_desk.ui.pages.events.step_page import StepPage
from passbook_desk.ui.pages.households.end_page import DeregisterPage, MergePage
from passbook_desk.ui.pages.households.household_page import HouseholdPage
from passbook_desk.ui.pages.households.import_page import ImportPage
from passbook_desk.ui.pages.households.life_page import LifePage
from passbook_desk.ui.pages.households.links_page import LinksPage
from passbook_desk.ui.pages.households.owner_page import OwnerPage
from passbook_desk.ui.pages.households.owners_page import OwnersPage
from passbook_desk.ui.pages.households.page import HouseholdsPage
from passbook_desk.ui.pages.households.paper_page import RosterPaperPage
from passbook_desk.ui.pages.households.places_page import PlacesPage
from passbook_desk.ui.pages.households.roles_page import RolesPage
from passbook_desk.ui.pages.households.split_page import SplitPage
from passbook_desk.ui.pages.ledger.page import LedgerPage
from passbook_desk.ui.pages.notices.card_page import NoticePage
from passbook_desk.ui.pages.notices.objection_page import ObjectionPage
from passbook_desk.ui.pages.notices.objections_page import ObjectionsPage
from passbook_desk.ui.pages.notices.page import NoticesPage
from passbook_desk.ui.pages.notices.wizard_page import NoticeWizardPage
from passbook_desk.ui.pages.passbooks.batch_page import BatchPage
from passbook_desk.ui.pages.passbooks.books_page import BooksPage
from passbook_desk.ui.pages.passbooks.calibration_page import CalibrationPage
from passbook_desk.ui.pages.passbooks.copies_page import CopiesPage
from passbook_desk.ui.pages.passbooks.paper_page import BookPaperPage
from passbook_desk.ui.pages.passbooks.post_page import PostPage
from passbook_desk.ui.pages.passbooks.queue_page import QueuePage
from passbook_desk.ui.pages.passbooks.types_page import BookTypesPage
from passbook_desk.ui.pages.redemption.counter_page import CounterPage
from passbook_desk.ui.pages.redemption.exchange_day_page import ExchangeDayPage
from passbook_desk.ui.pages.redemption.exchange_days_page import ExchangeDaysPage
from passbook_desk.ui.pages.redemption.exchange_paper_page import ExchangePaperPage
from passbook_desk.ui.pages.redemption.goods_import_page import GoodsImportPage
from passbook_desk.ui.pages.redemption.goods_item_page import GoodsItemPage
from passbook_desk.ui.pages.redemption.goods_page import GoodsPage
from passbook_desk.ui.pages.redemption.goods_paper_page import GoodsPaperPage
from passbook_desk.ui.pages.redemption.outlets_page import OutletsPage
from passbook_desk.ui.pages.redemption.report_page import RedemptionReportPage
from passbook_desk.ui.pages.redemption.slip_page import SlipPage
from passbook_desk.ui.pages.redemption.slips_page import SlipsPage
from passbook_desk.ui.pages.redemption.stock_card_page import StockCardPage
from passbook_desk.ui.pages.redemption.stock_moves_page import StockMovesPage
from passbook_desk.ui.pages.redemption.stock_page import StockPage
from passbook_desk.ui.pages.redemption.stock_paper_page import StockPaperPage
from passbook_desk.ui.pages.redemption.stock_print_page import StockPrintPage
from passbook_desk.ui.pages.redemption.stocktake_page import StocktakePage
from passbook_desk.ui.pages.redemption.stocktake_paper_page import StocktakePaperPage
from passbook_desk.ui.pages.redemption.stocktakes_page import StocktakesPage
from passbook_desk.ui.pages.settings.page import RulesPage
from passbook_desk.ui.pages.today.page import HomePage
from passbook_desk.ui.shell.tools import Tools

PAGES: Final[dict[str, Callable[[Tools, LookupKey], PageFrame]]] = {
    "home": lambda tools, _: HomePage(tools),
    "households": lambda tools, _: HouseholdsPage(tools),
    "household": lambda tools, _: HouseholdPage(tools),
    "life": LifePage,
    "split": lambda tools, _: SplitPage(tools),
    "merge": MergePage,
    "deregister": DeregisterPage,
    "links": LinksPage,
    "places": PlacesPage,
    "owners": OwnersPage,
    "owner": OwnerPage,
    "roles": lambda tools, _: RolesPage(tools),
    "roster_paper": lambda tools, _: RosterPaperPage(tools),
    "ledger": lambda tools, _: LedgerPage(tools),
    "claims": lambda tools, _: ClaimsPage(tools),
    "review_sheet": lambda tools, _: ReviewSheetPage(tools),
    "claims_upload": lambda tools, _: UploadPage(tools),
    "counting": lambda tools, _: CountingPage(tools),
    "closing": lambda tools, _: ClosingPage(tools),
    "import_roster": ImportPage,
    "counter": lambda tools, _: CounterPage(tools),
    "events": lambda tools, _: EventsPage(tools),
    "event": lambda tools, _: EventCardPage(tools),
    "event_step": lambda tools, _: StepPage(tools),
    "event_points": lambda tools, _: EventPointsPage(tools),
    "event_form": EventFormPage,
    "event_import": RegisterPage,
    "rites_council": CouncilPage,
    "pledge_paper": lambda tools, _: PledgePaperPage(tools),
    "event_report": lambda tools, _: EventReportPage(tools),
    "standard": lambda tools, _: StandardPage(tools),
    "notices": lambda tools, _: NoticesPage(tools),
    "notice": lambda tools, _: NoticePage(tools),
    "notice_wizard": lambda tools, _: NoticeWizardPage(tools),
    "objections": lambda tools, _: ObjectionsPage(tools),
    "objection": lambda tools, _: ObjectionPage(tools),
    "print": lambda tools, _: QueuePage(tools),
    "post": lambda tools, _: PostPage(tools),
    "books": lambda tools, _: BooksPage(tools),
    "book_paper": lambda tools, _: BookPaperPage(tools),
    "sheets": lambda tools, _: BatchPage(tools),
    "copies": lambda tools, _: CopiesPage(tools),
    "check_code": lambda tools, _: CheckPage(tools),
    "calibration": lambda tools, _: CalibrationPage(tools),
    "book_types": lambda tools, _: BookTypesPage(tools),
    "goods": lambda tools, _: GoodsPage(tools),
    "goods_item": lambda tools, _: GoodsItemPage(tools),
    "goods_import": lambda tools, _: GoodsImportPage(tools),
    "goods_paper": lambda tools, _: GoodsPaperPage(tools),
    "outlets": lambda tools, _: OutletsPage(tools),
    "redemption_report": lambda tools, _: RedemptionReportPage(tools),
    "slip": lambda tools, _: SlipPage(tools),
    "slips": lambda tools, _: SlipsPage(tools),
    "catalogue": lambda tools, _: CataloguePage(tools),
    "catalogue_draft": lambda tools, _: DraftPage(tools),
    "catalogue_compare": lambda tools, _: ComparePage(tools),
    "catalogue_paper": lambda tools, _: CataloguePaperPage(tools),
    "operators": lambda tools, _: OperatorsPage(tools),
    "activity": lambda tools, _: ActivityPage(tools),
    "policy": lambda tools, _: RulesPage(tools),
    "stock": lambda tools, _: StockPage(tools),
    "stock_paper": lambda tools, _: StockPaperPage(tools),
    "stock_card": lambda tools, _: StockCardPage(tools),
    "stock_moves": lambda tools, _: StockMovesPage(tools),
    "stock_print": lambda tools, _: StockPrintPage(tools),
    "exchange_days": lambda tools, _: ExchangeDaysPage(tools),
    "exchange_day": lambda tools, _: ExchangeDayPage(tools),
    "exchange_paper": lambda tools, _: ExchangePaperPage(tools),
    "stocktakes": lambda tools, _: StocktakesPage(tools),
    "stocktake": lambda tools, _: StocktakePage(tools),
    "stocktake_paper": lambda tools, _: StocktakePaperPage(tools),
}
