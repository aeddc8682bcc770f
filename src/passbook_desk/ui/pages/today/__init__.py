"""① 首页: what is due."""
