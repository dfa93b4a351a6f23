"""Which files of ``static`` make up each script and the style sheet: a file uses only what stands before it."""

SAY = "say.js"  # how words are said; before every script that says some
KINDS = "kinds/*.js"  # every file of a kind of question, in the order of their names, but for the next
# Loaded after the quiz, and only where a question is asked on the drawing of the liver.
LIVER_KINDS = ("kinds/place.js", "kinds/resect.js")
SCRIPTS = (
    "core.js",
    "words.js",
    "amount.js",
    "compile.js",
    "engine.js",
    "flips.js",
    "evidence.js",
    "sheet.js",
    "card.js",
    "fields.js",
    "carry.js",
    "frame.js",
    "explorer.js",
    "figure-tools.js",
    "figure.js",
    "address.js",
    "elements.js",
)
WRITTEN = "dose-written.js"  # before every script that reads a dose as it is written
TOYS = "toys.js"  # loaded after the page script, and only where a toy stands
RECEPTORS = "receptors.js"  # loaded after the page script, and only where the map of receptors stands
# Loaded after the page script, and only where an order is checked as it is written.
ORDER_SCRIPTS = (WRITTEN, "order-read.js", "order.js")
COMPARE = "compare.js"  # loaded after the page script, and only where two editions are compared
SHARE = "share.js"  # loaded after the page script, and only where a share of the tumour is asked
# Loaded after the page script, and only where the liver is drawn: on a map, or for a question.
LIVER_SCRIPTS = ("emblem.js", "liver-picture.js", "liver.js", "liver-element.js")
# Loaded after the page script, and only where the ablation bench stands.
BENCH_SCRIPTS = (
    "ablation-model.js",
    "ablation-drawing.js",
    "ablation-physics.js",
    "ablation.js",
    "ablation-element.js",
)
# Loaded after the page script, and only where a board stands.
BOARD_SCRIPTS = (
    "board-rows.js",
    "next-question.js",
    "board-said.js",
    "board-class.js",
    "board-patient.js",
    "board-asking.js",
    "board-liver.js",
    "board-prior.js",
    "board-list.js",
    "board-paper.js",
    "board-widget.js",
)
# Loaded after the page script, and only where the crisis room stands or a quiz asks for it.
ROOM_SCRIPTS = (
    WRITTEN,
    "crisis-machine.js",
    "crisis-monitor.js",
    "crisis-tray.js",
    "crisis-play.js",
    "crisis-debrief.js",
    "crisis-paper.js",
    "crisis.js",
    "crisis-element.js",
)
# Loaded after the page script, and only where a quiz stands.
QUIZ_SCRIPTS = (
    "quiz-amount.js",
    "quiz-grading.js",
    "quiz-kinds.js",
    "quiz-rows.js",
    KINDS,
    "quiz-feedback.js",
    "quiz-item.js",
    "quiz-pages.js",
    "quiz-copy.js",
    "quiz-panel.js",
    "quiz.js",
    "quiz-element.js",
)
# What is known of the reader's answers; before a quiz, and where none stands.
ANSWER_SCRIPTS = ("quiz-review.js", "quiz-file.js", "quiz-store.js")
STYLES = (
    "tokens.css",
    "base.css",
    "icons.css",
    "controls.css",
    "frame.css",
    "card.css",
    "editorial.css",
    "liver.css",
    "widgets.css",
    "wide.css",
    "compare.css",
    "ablation.css",
    "ablation-physics.css",
    "toys.css",
    "receptors.css",
    "board.css",
    "board-rows.css",
    "crisis-room.css",
    "crisis-debrief.css",
    "quiz.css",
    "quiz-places.css",
    "figure.css",
    "sheet.css",
    "hosts.css",
)
