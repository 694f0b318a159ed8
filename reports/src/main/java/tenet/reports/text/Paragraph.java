package tenet.reports.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width, at spaces where there are any. */
final class Paragraph {
    private Paragraph() {
    }

    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            String rest = paragraph.stripTrailing();
            while (rest.length() > width) {
                int space = rest.lastIndexOf(' ', width);
                int end = space > rest.length() - rest.stripLeading().length() ? space : width;
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    /** The lines, each with the indent; the first with another. */
    static String indented(String first, String indent, String text, int width) {
        List<String> lines = lines(text, Math.max(16, width - indent.length()));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) out.append(i == 0 ? first : indent).append(lines.get(i)).append('\n');
        return out.toString();
    }
}
