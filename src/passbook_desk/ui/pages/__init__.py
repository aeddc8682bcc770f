"""The pages, one folder for each word of the rail; pages do not know each other."""
