"""Words that stay with a claim as its reason, in Chinese as on paper."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from passbook_desk.kernel.errors import UserError

_NOT_ENTERED: Final = "入账时不能记：{why}"
_OTHERWISE: Final = "与现在的户册、账户或细则不符"
_WHY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claims.account-closed": "存折已销户",
        "ledger.household-away": "该户已不在村",
        "ledger.holder-closed": "商铺或单位已停业",
        "ledger.limit-day": "当日已到上限",
        "ledger.limit-month": "当月已到上限",
        "ledger.limit-quarter": "当季已到上限",
        "ledger.limit-year": "当年已到上限",
        "ledger.limit-ever": "已到上限",
        "ledger.no-debt": "扣后会成负数",
    }
)


def not_entered(error: UserError) -> str:
    """Why a claim that had passed its steps was rejected when it was to be entered."""
    return _NOT_ENTERED.format(why=_WHY.get(error.code, _OTHERWISE))
