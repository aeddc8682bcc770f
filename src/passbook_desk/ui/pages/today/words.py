"""The button of each line of the home page, and the words of the latest acts. No Qt here."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.features.ledger.values import VoucherKind, VoucherRow
from passbook_desk.features.rhythm.values import DueKind
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.today.board import Line

_BUTTONS: Mapping[DueKind, str] = MappingProxyType(
    {
        DueKind.ROSTER: QT_TRANSLATE_NOOP("Today", "导入花名册"),
        DueKind.CATALOGUE: QT_TRANSLATE_NOOP("Today", "采用细则"),
        DueKind.STANDARD: QT_TRANSLATE_NOOP("Today", "采用标准"),
        DueKind.PHONE: QT_TRANSLATE_NOOP("Today", "填电话"),
        DueKind.FIRST_BACKUP: QT_TRANSLATE_NOOP("Today", "去备份"),
        DueKind.CLAIMS_WAIT: QT_TRANSLATE_NOOP("Today", "去审核"),
        DueKind.CLAIMS_DUE: QT_TRANSLATE_NOOP("Today", "去入账"),
        DueKind.CLAIMS_HANG: QT_TRANSLATE_NOOP("Today", "看申报"),
        DueKind.GRID_SILENT: QT_TRANSLATE_NOOP("Today", "去录入"),
        DueKind.GRIDS_SILENT: QT_TRANSLATE_NOOP("Today", "去录入"),
        DueKind.PARTICIPATION: QT_TRANSLATE_NOOP("Today", "看统计"),
        DueKind.COUNT_READY: QT_TRANSLATE_NOOP("Today", "看统计"),
        DueKind.COUNT_DONE: QT_TRANSLATE_NOOP("Today", "看统计"),
        DueKind.COMPARE_READY: QT_TRANSLATE_NOOP("Today", "看评比"),
        DueKind.COMPARE_DONE: QT_TRANSLATE_NOOP("Today", "看评比"),
        DueKind.ASSESS_READY: QT_TRANSLATE_NOOP("Today", "看得分"),
        DueKind.ASSESS_DONE: QT_TRANSLATE_NOOP("Today", "看得分"),
        DueKind.BOOKS_UNPRINTED: QT_TRANSLATE_NOOP("Today", "去登折"),
        DueKind.PROOF_SOON: QT_TRANSLATE_NOOP("Today", "打校样"),
        DueKind.PROOF_MISSING: QT_TRANSLATE_NOOP("Today", "打校样"),
        DueKind.NOTICE_NEXT: QT_TRANSLATE_NOOP("Today", "看校样"),
        DueKind.NOTICE_READY: QT_TRANSLATE_NOOP("Today", "去出榜"),
        DueKind.NOTICE_CHANGED: QT_TRANSLATE_NOOP("Today", "去核对"),
        DueKind.NOTICES_OLDER: QT_TRANSLATE_NOOP("Today", "去补出"),
        DueKind.NOTICE_UNHUNG: QT_TRANSLATE_NOOP("Today", "登记张贴"),
        DueKind.NOTICE_HANGING: QT_TRANSLATE_NOOP("Today", "看公示"),
        DueKind.NOTICE_OVER: QT_TRANSLATE_NOOP("Today", "去归档"),
        DueKind.NOTICE_HELD: QT_TRANSLATE_NOOP("Today", "看公示"),
        DueKind.MORE_NOTICES: QT_TRANSLATE_NOOP("Today", "看公示"),
        DueKind.OBJECTION: QT_TRANSLATE_NOOP("Today", "去处理"),
        DueKind.MORE_OBJECTIONS: QT_TRANSLATE_NOOP("Today", "看异议"),
        DueKind.CLEAR_DUE: QT_TRANSLATE_NOOP("Today", "列清单"),
        DueKind.EXPIRY_DUE: QT_TRANSLATE_NOOP("Today", "列清单"),
        DueKind.BASE_DUE: QT_TRANSLATE_NOOP("Today", "列清单"),
        DueKind.EVENT_CHECK: QT_TRANSLATE_NOOP("Today", "去登记"),
        DueKind.EVENT_CHECK_LATE: QT_TRANSLATE_NOOP("Today", "去登记"),
        DueKind.EVENT_FOLLOW: QT_TRANSLATE_NOOP("Today", "去登记"),
        DueKind.EVENT: QT_TRANSLATE_NOOP("Today", "看报备"),
        DueKind.LOAN_LATE: QT_TRANSLATE_NOOP("Today", "去登记"),
        DueKind.LOANS_LATE: QT_TRANSLATE_NOOP("Today", "去登记"),
        DueKind.REDEEM_OPEN: QT_TRANSLATE_NOOP("Today", "开兑换日"),
        DueKind.REDEEM_TODAY: QT_TRANSLATE_NOOP("Today", "开柜台"),
        DueKind.EXCHANGE_HELD: QT_TRANSLATE_NOOP("Today", "去排队"),
        DueKind.EXCHANGE_OPEN: QT_TRANSLATE_NOOP("Today", "去结算"),
        DueKind.GOODS_LOW: QT_TRANSLATE_NOOP("Today", "看采购"),
        DueKind.GOODS_EXPIRED: QT_TRANSLATE_NOOP("Today", "去报损"),
        DueKind.GOODS_EXPIRING: QT_TRANSLATE_NOOP("Today", "看物品"),
        DueKind.STOCKTAKE_DUE: QT_TRANSLATE_NOOP("Today", "去盘点"),
        DueKind.NEVER_COUNTED: QT_TRANSLATE_NOOP("Today", "去盘点"),
        DueKind.BACKUP_FINE: QT_TRANSLATE_NOOP("Today", "现在备"),
        DueKind.BACKUP_OLD: QT_TRANSLATE_NOOP("Today", "现在备"),
    }
)
_VOUCHERS: Mapping[VoucherKind, str] = MappingProxyType(
    {
        VoucherKind.OPENING: QT_TRANSLATE_NOOP("Today", "期初积分"),
        VoucherKind.BASE: QT_TRANSLATE_NOOP("Today", "基础分"),
        VoucherKind.REVERSAL: QT_TRANSLATE_NOOP("Today", "冲销 {text}"),
    }
)


def button_of(line: Line) -> str:
    """The verb on the line's button; empty without one."""
    return "" if line.route is None else translate("Today", _BUTTONS[line.item.kind])


def act_of(voucher: VoucherRow) -> str:
    """What an act was: 参加环境整治, 冲销 参加环境整治."""
    if voucher.kind not in _VOUCHERS:
        return voucher.text
    return translate("Today", _VOUCHERS[voucher.kind]).format(text=voucher.text)


def signed(voucher: VoucherRow) -> str:
    """The points of an act with their sign: ＋730 or －5."""
    points = voucher.points_total
    return f"－{-points}" if points < ZERO else f"＋{points}"
