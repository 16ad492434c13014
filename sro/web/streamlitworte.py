"""Streamlit's own words and their German: what its scripts say to people, and the few tags in them that are wrong.

Fragments of the scripts that Streamlit delivers (`static/js`), by the first part of the file's name; a name may belong
to several files, of which one has the fragment. They depend on Streamlit's version: tests/web/test_streamlitskripte.py
fails where a fragment is no longer there, tests/browser/test_barrierefreiheit.py where a word is still English.
"""

from __future__ import annotations

from collections.abc import Mapping

Ersetzung = tuple[str, str]


def _name(english: str, german: str) -> Ersetzung:
    """What is read aloud."""
    return f'"aria-label":`{english}`', f'"aria-label":`{german}`'


def _text(english: str, german: str) -> Ersetzung:
    """What stands there."""
    return f"children:`{english}`", f"children:`{german}`"


def _label(english: str, german: str) -> Ersetzung:
    """What a button or an entry of a menu says."""
    return f"label:`{english}`", f"label:`{german}`"


def _word(english: str, german: str) -> Ersetzung:
    """A sentence of its own, wherever it stands."""
    return f"`{english}`", f"`{german}`"


_FRAME = (
    _name("App pages", "Seiten"),
    _name("Navigate to home page", "Zur Startseite"),
    ("alt:`Logo`", "alt:``"),  # stands in the button that has just been named
    _name("Expand sidebar", "Menü öffnen"),
    _name("Collapse sidebar", "Menü schließen"),
    _name("Sidebar", "Menü"),
    _text("Skip to main content", "Zum Inhalt springen"),
    _name("Close", "Schließen"),
    _text("Close", "Schließen"),
    _text("Cancel", "Abbrechen"),
    _text("Try again", "Noch einmal versuchen"),
    _word("Continue anyway", "Trotzdem weiter"),
    _text("(opens in new tab)", "(öffnet ein neues Fenster)"),
    _name("Notifications", "Meldungen"),
    ("?`view less`:`view more`", "?`weniger`:`mehr`"),
    _word("${i.flat().length} more", "${i.flat().length} weitere"),
    ("?`View less`:`View ${x-m} more`", "?`Weniger zeigen`:`${x-m} weitere zeigen`"),
    _name("Running...", "Wird berechnet"),
    ("?`Stopping...`:`Stop`", "?`Hält an …`:`Anhalten`"),
    _name("Scroll tabs left", "Reiter nach links"),
    _name("Scroll tabs right", "Reiter nach rechts"),
    _name("Shortcut ${l}", "Tastenkürzel ${l}"),
    _word("Toolbar action", "Werkzeug"),
    _name("Main menu", "Hauptmenü"),
    _name("Theme", "Darstellung"),
    _label("Rerun", "Neu berechnen"),
    _label("Auto rerun", "Immer neu berechnen"),
    _label("Clear cache", "Zwischenspeicher leeren"),
    _label("Print", "Drucken"),
    _label("Get help", "Hilfe"),
    _label("Report a bug", "Fehler melden"),
    _label("About", "Über"),
    ("`Record screen`", "`Bildschirm aufnehmen`"),
)
_CONNECTION = (
    _word("Connection error", "Keine Verbindung"),
    _word("Bad message format", "Unlesbare Antwort"),
    _word("Page not found", "Diese Seite gibt es nicht"),
    (
        "`You have requested page /${e}, but no corresponding file was found in the app's pages/ directory`",
        "`Zur Adresse /${e} gibt es keine Seite`",
    ),
    _word("The page that you have requested does not seem to exist", "Zu dieser Adresse gibt es keine Seite"),
    _word("${t}. Running the app's main page.", "${t}. Gezeigt wird die Startseite."),
    (
        "`Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:`"
        ",codeBlock:`streamlit run yourscript.py`",
        "`Die Anwendung antwortet nicht. Läuft sie noch? So startet sie wieder:`,codeBlock:`make run`",
    ),
    (
        "`Streamlit server is not responding. Are you connected to the internet?`",
        "`Die Anwendung antwortet nicht. Bitte das Netz prüfen; sobald sie wieder da ist, geht es hier weiter.`",
    ),
    ("message:`Connection timed out.`", "message:`Die Anwendung antwortet nicht rechtzeitig.`"),
    (
        "`Connection lost. Please wait for the app to reconnect, then try again.`",
        "`Die Verbindung war weg. Bitte einen Augenblick warten und noch einmal versuchen.`",
    ),
    _word("Connecting", "Verbindung wird aufgebaut"),
    _word("Connecting to Streamlit server", "Verbindung zur Anwendung wird aufgebaut"),
    _word("Unable to connect to Streamlit server", "Keine Verbindung zur Anwendung"),
    ("bO=`Error`", "bO=`Fehler`"),
)
_NAVIGATION_ON_PHONE = (  # a list whose entries are no direct children of it: read as what it is, groups of links
    ("=f(`ul`,{target:`e1o1t1hb1`})", "=f(`div`,{target:`e1o1t1hb1`})"),
    ("=f(`li`,{target:`e1o1t1hb4`})", "=f(`div`,{target:`e1o1t1hb4`})"),
)
# The library behind the lists speaks German; Streamlit makes it speak English.
_LISTS = ("locale:`en-US`", "locale:`de-DE`")
_DATE = (
    _name("Choose date", "Kalender öffnen"),
    _name("Choose date range", "Kalender öffnen"),
    _name("Clear date", "Datum leeren"),
    _name("Clear dates", "Zeitraum leeren"),
    _name("${ce} start date", "${ce}, erster Tag"),
    _name("${ce} end date", "${ce}, letzter Tag"),
    ("?`Choose date`", "?`Kalender`"),
    ("?`Choose date range`", "?`Kalender`"),
    (
        "`Use arrow keys to navigate dates. Enter to select. Escape to close.`",
        "`Pfeiltasten gehen von Tag zu Tag, die Eingabetaste wählt, Escape schließt.`",
    ),
    ("locale:`en-US`", "locale:`de-DE`"),  # names of the fields „Tag“, „Monat“, „Jahr“
)
_CHOOSER = (
    _word("Upload", "Dateien wählen"),
    _word("Drag and drop files here", "Dateien hier loslassen"),
    _word("Drag and drop a file here", "Datei hier loslassen"),
    _word("Drag and drop directories here", "Ordner hier loslassen"),
    ("[`${T(t,D.Byte,0)} per file`,e.length?` • ${S(e)}`:null]", "[`oder hierher ziehen`]"),
    _name("Add files", "Weitere Dateien"),
    # A place to drop files on is no picture without meaning: it has a name and what is in it can be reached.
    ("...e({tabIndex:-1}),", "...e({tabIndex:-1}),role:`group`,"),
)
_CHOSEN_FILES = (
    # The button beside it does the same; this one stays out of the order of tabs.
    _name("file upload", "Dateien wählen"),
    _word("Cancel upload of ${e.name}", "${e.name} nicht mehr hochladen"),
    _word("Remove ${e.name}", "${e.name} entfernen"),
    _word("Click to retry upload", "Noch einmal hochladen"),
    ("children:[`Error: `,h]", "children:[h]"),
    _word("Upload failed", "Die Datei ist nicht angekommen. Bitte noch einmal wählen."),
    (
        "`File must be ${$(n,`b`)} or smaller.`",
        "`Zu groß zum Hochladen. Bitte teilen oder mit der Befehlszeile einlesen (python -m sro import).`",
    ),
    (
        "`${t.type} files are not allowed.`",
        "`Dieses Format wird nicht gelesen. Bitte als .csv, .xlsx, .xls oder .ods speichern.`",
    ),
    _word("File size is too small.", "Die Datei ist leer."),
    _word("Only one file is allowed.", "Hier geht nur eine Datei."),
    (
        "`Unexpected error. Please try again.`",
        "`Die Datei ist nicht angekommen. Bitte noch einmal wählen.`",
    ),
)
_NUMBER = (
    _name("Decrement", "Kleiner"),
    _name("Increment", "Größer"),
    _name("Clear value", "Leeren"),
    (
        "`Number is outside the allowed range. Please enter a value between ${n} and ${r}.`",
        "`Bitte eine Zahl von ${n} bis ${r} eingeben.`",
    ),
    (
        "`Number is below the allowed range. Please enter a value greater than or equal to ${n}.`",
        "`Bitte mindestens ${n} eingeben.`",
    ),
    _word("Number is below the allowed range.", "Diese Zahl ist zu klein."),
    (
        "`Number is above the allowed range. Please enter a value less than or equal to ${r}.`",
        "`Bitte höchstens ${r} eingeben.`",
    ),
    _word("Number is above the allowed range.", "Diese Zahl ist zu groß."),
    ("?null:`Error: ${M}`", "?null:`${M}`"),
    ("?null:`**Error**: ${M}`", "?null:`${M}`"),
)

WORTE: Mapping[str, tuple[Ersetzung, ...]] = {
    "index": (*_FRAME, *_CONNECTION, *_NAVIGATION_ON_PHONE),
    "Multiselect": (
        _name("Clear all", "Alles entfernen"),
        _name("Open", "Liste öffnen"),
        _name("Remove ${e}", "${e} entfernen"),
        _name("Selected values", "Gewählt"),
        _word("No results", "Nichts gefunden"),
        _word("Select all", "Alle wählen"),
        _word("Select ${p.length} matches", "${p.length} Treffer wählen"),
        _word("Add: ${n}", "Neu: ${n}"),
        (
            "`You can only select up to ${t.maxSelections} ${e}. Remove an option first.`",
            "`Höchstens ${t.maxSelections} lassen sich wählen. Bitte erst etwas entfernen.`",
        ),
        _word("Multiselect options", "Auswahl"),
        _LISTS,
    ),
    "Selectbox": (
        _name("Clear value", "Auswahl aufheben"),
        _name("Open", "Liste öffnen"),
        _word("No results", "Nichts gefunden"),
        _word("Add: ${M}", "Neu: ${M}"),
        _word("Selectbox options", "Auswahl"),
        ("l??`Selectbox`", "l??`Auswahl`"),
        _LISTS,
    ),
    "utils": (
        *_CHOSEN_FILES,
        _word("Choose an option", "Bitte wählen"),
        _word("Choose options", "Bitte wählen"),
        _word("Choose or add an option", "Wählen oder ergänzen"),
        _word("Choose or add options", "Wählen oder ergänzen"),
        _word("Add an option", "Ergänzen"),
        _word("Add options", "Ergänzen"),
        _word("No options to select", "Nichts zur Auswahl"),
    ),
    "NumberInput": _NUMBER,
    "TextInput": (
        _name("Clear entry", "Leeren"),
        ("?`Hide password`:`Show password`", "?`Passwort verbergen`:`Passwort zeigen`"),
        _word("Invalid input.", "Das passt hier nicht."),
        _word("${g} Must match pattern: ${e.toString()}", "${g} Verlangt ist: ${e.toString()}"),
    ),
    "InputInstructions": (
        ("?`submit form`:`apply`", "?`abschicken`:`übernehmen`"),
        ("`Press ${r()?`⌘`:`Ctrl`}+Enter to ${e}`", "`${r()?`⌘`:`Strg`}+Eingabe: ${e}`"),
        _word("Press Enter to ${e}", "Eingabetaste: ${e}"),
    ),
    "DateInput": _DATE,
    "ReorderedSegments": (
        _name("Next month", "Nächster Monat"),
        _name("Previous month", "Voriger Monat"),
        (
            "`**Error**: Date set outside allowed range. Please select a date on or before ${r}.`",
            "`Bitte ein Datum bis ${r} wählen.`",
        ),
        (
            "`**Error**: Date set outside allowed range. Please select a date on or after ${n}.`",
            "`Bitte ein Datum ab ${n} wählen.`",
        ),
        (
            "`**Error**: Date set outside allowed range. Please select a date between ${n} and ${r}.`",
            "`Bitte ein Datum von ${n} bis ${r} wählen.`",
        ),
    ),
    "TimeInput": (
        _name("Clear time", "Uhrzeit leeren"),
        ("[`Hours must be 0–23`,`minutes 0–59`]", "[`Stunden 0 bis 23`,`Minuten 0 bis 59`]"),
        ("$=`Error: ${E}`", "$=`${E}`"),
        ("`**Error**: ${E}`", "`${E}`"),
        ("`Value is out of range for ${i}. ${e}`", "`Das gibt es hier nicht. ${e}`"),
        _word("Invalid time format. Please use HH:MM.", "Bitte als Stunde und Minute eingeben, etwa 14:30."),
        _word("Time is out of range. ${t.join(`, `)}.", "Diese Uhrzeit gibt es nicht. ${t.join(`, `)}."),
    ),
    "FileUploader": _CHOOSER,
    "StreamlitMarkdown": (
        _name("Link to heading", "Adresse dieser Überschrift"),
        ("?`Help`:`Help for ${", "?`Erklärung`:`Erklärung zu ${"),
        ("children:u(`Help`);let", "children:u(`Erklärung`);let"),
        ("u(t):u(`Help`)", "u(t):u(`Erklärung`)"),
    ),
    "MenuButton": (_word("Menu", "Menü"),),
    "useCopyToClipboard": (_word("Copy to clipboard", "Kopieren"), _word("Copied", "Kopiert")),
    "DownloadButton": (_word("Download failed", "Das Herunterladen ist misslungen."),),
    "Toolbar": (_label("Fullscreen", "Ganzer Bildschirm"), _label("Close fullscreen", "Zurück zur Seite")),
    "ArrowVegaLiteChart": (
        _label("Download as PNG", "Als Bild (PNG) herunterladen"),
        ("?`Copied!`:`Copy Vega-Lite spec`", "?`Kopiert`:`Beschreibung der Grafik kopieren`"),
        _label("Show data", "Zahlen zeigen"),
        _label("Show chart", "Grafik zeigen"),
    ),
    "embed": (  # Vega: a chart is one picture with one text; its parts are drawn, not named
        ("(`role`,`graphics-document`)", "(`role`,`img`)"),
        ("(`aria-roleDescription`,`visualization`)", "(`aria-roleDescription`,`Grafik`)"),
        _word("${t} mark container", "Teil der Grafik"),
    ),
}
