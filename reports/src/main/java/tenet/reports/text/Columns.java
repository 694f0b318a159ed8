package tenet.reports.text;

/** Rows of three columns in 80 characters; the last one is broken into lines. */
public final class Columns {
    private static final int WIDTH = 80;

    private Columns() {
    }

    /** A first column that is too long gets a line of its own. */
    public static String row(String first, int firstWidth, String second, int secondWidth, String text) {
        String indent = " ".repeat(2 + firstWidth + 1 + secondWidth + 1);
        String head = first.length() <= firstWidth ? "  " + first + " ".repeat(firstWidth - first.length())
                : "  " + first + "\n" + " ".repeat(2 + firstWidth);
        return Paragraph.indented(head + " " + second + " ".repeat(Math.max(0, secondWidth - second.length())) + " ", indent, text, WIDTH)
                .replaceAll(" +\n", "\n");
    }
}
