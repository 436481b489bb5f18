"""The texts of Qt's own dialogs and menus: Qt ships them in 18 of our 29 languages, and not in Swahili.

Data only; the `QTranslator` that holds it lives in the window's room.
"""

from __future__ import annotations

from collections.abc import Callable

from editor.i18n.direction import direction
from editor.i18n.interface import forms_in, interface_language
from editor.i18n.qt_catalog import qt_catalog

QT_CONTEXT = "Qt"
_KEYS = "QShortcut"

# English as Qt 6 holds it, accelerators and all. The same words serve every class of Qt that shows them.
QT_TEXTS = (
    # buttons
    *("OK", "&OK", "Save", "&Save", "Save All", "Open", "&Open", "&Yes", "Yes to &All", "&No", "N&o to All", "Abort"),
    *("Retry", "Ignore", "Close", "&Close", "Cancel", "&Cancel", "Discard", "Don't Save", "Close without Saving"),
    *("Help", "Apply", "Reset", "Restore Defaults", "Show Details...", "Hide Details..."),
    # text fields
    *("&Undo", "&Redo", "Cu&t", "&Copy", "Copy &Link Location", "&Paste", "Delete", "Select All", "&Select All"),
    *("&Step up", "Step &down", "Clear"),
    # docks, tabs, scroll bars
    *("Float", "Undocks and re-attaches the dock widget", "Closes the dock widget", "Close Tab"),
    *("Scroll Left", "Scroll Right", "Scroll here", "Top", "Bottom", "Left edge", "Right edge", "Page up"),
    *("Page down", "Page left", "Page right", "Scroll up", "Scroll down", "Scroll left", "Scroll right"),
    # the file dialog
    *("&Look in:", "File &name:", "Files of &type:", "Directory:", "Back", "Go back", "Forward", "Go forward"),
    *("Parent Directory", "Go to the parent directory", "Create New Folder", "Create a New Folder", "List View"),
    *("Change to list view mode", "Detail View", "Change to detail view mode", "New Folder", "&New Folder"),
    *("Computer", "My Computer", "Desktop", "Directories", "Drive", "Folder", "File", "File Folder", "Recent Places"),
    *("All Files (*)", "Name", "Size", "Type", "Kind", "Date Modified", "&Choose", "&Rename", "&Delete", "Remove"),
    *("Show &hidden files", "Find Directory", "Save As", "Sidebar", "Files", "List of places and bookmarks"),
    *(
        "%1 already exists.\nDo you want to replace it?",
        "%1\nFile not found.\nPlease verify the correct file name was given.",
    ),
    *("%1\nDirectory not found.\nPlease verify the correct directory name was given.", "Could not delete directory."),
    *("Are you sure you want to delete '%1'?", "'%1' is write protected.\nDo you want to delete it anyway?"),
    *("Show ", "Enter a value:", "Invalid filename", "%1 bytes", "%1 KB", "%1 MB", "%1 GB", "%1 byte(s)"),
    # printing
    *(
        "Print",
        "&Print",
        "&Options >>",
        "&Options <<",
        "Print to File (PDF)",
        "Local file",
        "Write PDF file",
        "Printer",
    ),
    *(
        "&Name:",
        "P&roperties",
        "Location:",
        "Preview",
        "Type:",
        "Output &file:",
        "Output Settings",
        "Copies",
        "Copies:",
    ),
    *("Print range", "Print all", "Pages", "Pages from", "to", "Page &Set:", "All Pages", "Odd Pages", "Even Pages"),
    *("Current Page", "Selection", "Collate", "Reverse", "Options", "Color Mode", "Color", "Grayscale"),
    *("Double Sided Printing", "Off", "Long side binding", "Short side binding", "&Show this message again"),
    (
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
)


def qt_words(name_of_key: Callable[[str], str | None]) -> bytes:
    """Return Qt's texts in the interface language, and its direction, as a catalog that Qt reads by itself.

    What is not there Qt asks of its own translation, where it has one, and shows its English. So it does for the names
    of keys, of which some are called as a button is: `name_of_key` says what that translation calls one, or None.
    """
    words = forms_in(QT_CONTEXT)
    keys = {(_KEYS, english): name_of_key(english) or english for english in words}
    tag = interface_language()
    return qt_catalog(tag, {**words, "QT_LAYOUT_DIRECTION": (direction(tag).upper(),)}, keys)
