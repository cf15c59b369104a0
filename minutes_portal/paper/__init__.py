"""Pages as PDF files, where WeasyPrint and its libraries are installed.

engine.py    whether a PDF can be made here, and one from HTML
fetching.py  nothing: a PDF is made of its page alone
size.py      what is too long to be made while a reader waits
answers.py   the PDF as it is sent, or the page that says why there is none
"""
