"""⑧ 打印中心: books issued, continued, replaced; strips, booklets and copies of them."""
