"""What a book allows, in words: only where the village has decided something that touches it. No Qt here."""

from passbook_desk.features.ledger.counting.standing_values import Standing, VetoRow
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.text import translate


def standing_text(standing: Standing) -> str:
    """可兑 20 分　★★★ … ; empty where everything that can be spent may be redeemed."""
    parts = []
    if standing.redeemable != max(ZERO, standing.spendable):
        parts.append(_redeemable(standing))
    if standing.stars is not None:
        stars = "★" * standing.stars or translate("Standing", "未到星级")
        words = translate("Standing", "{stars}（年度 {points} 分）")
        parts.append(words.format(stars=stars, points=standing.year_points))
    if standing.suspended:
        words = translate("Standing", "✕ 考核 {points} 分，低于 {line} 分，暂停评优和兑换")
        parts.append(words.format(points=standing.judged, line=standing.suspension_line))
    parts += [_veto(veto) for veto in standing.vetoes]
    return "　".join(parts)


def _redeemable(standing: Standing) -> str:
    words = translate("Standing", "可兑 {points} 分").format(points=standing.redeemable)
    why = []
    if standing.least > ZERO:
        why.append(translate("Standing", "至少留 {points} 分").format(points=standing.least))
    if standing.locked_gifts > ZERO:
        why.append(translate("Standing", "赠分 {points} 分待解锁").format(points=standing.locked_gifts))
    return f"{words}（{'、'.join(why)}）" if why else words


def _veto(veto: VetoRow) -> str:
    if veto.honours and veto.redemption:
        what = translate("Standing", "不得评优、兑换")
    elif veto.honours:
        what = translate("Standing", "不得评优")
    else:
        what = translate("Standing", "不得兑换")
    if veto.until is None:
        until = translate("Standing", "冲销前有效")
    else:
        until = translate("Standing", "到 {day}").format(day=day_text(veto.until))
    words = translate("Standing", "✕ 一票否决“{item}”（{on}，{until}）：{what}")
    return words.format(item=veto.item_text, on=day_text(veto.occurred_on), until=until, what=what)
