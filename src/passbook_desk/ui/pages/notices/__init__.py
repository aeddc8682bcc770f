"""⑦ 公示: the quarterly notice for the wall."""
