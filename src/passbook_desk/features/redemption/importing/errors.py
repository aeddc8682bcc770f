from passbook_desk.kernel.errors import UserError


class GoodsUsedSince(UserError):
    """Goods of an import were redeemed, moved or counted since; it stays. Parameters: batch, names."""

    code = "goods.used-since"
