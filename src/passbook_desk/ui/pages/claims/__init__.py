"""审核: claims that wait, the signed sheet, the sheet of the grid workers."""
