"""统计评比 and 结账与清零: counting periods, closing them, runs over all books."""
