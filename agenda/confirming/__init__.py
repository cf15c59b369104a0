"""What was found by comparing, for officers to confirm or put right.

kind.py         what each kind of suggestion has in common
comparisons.py  resolutions beside recommendations; recommendations not taken up
promises.py     promised reports and when they are due
links.py        items that brought a report back; matters and their items
kinds.py        all kinds, in the order of the list
settling.py     confirms and rejects: one transaction, nothing that changed unseen
forms.py        puts one suggestion right
views.py        the pages
"""
