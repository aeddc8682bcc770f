"""⑧ 打印中心: passbooks as they stand, on paper or as PDF."""
