"""Pure decisions about a form in the making: names, lines, one change at a time, what stays private, what is still wrong."""
