package tenet.theorems;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instance of a claim as text: a line {@code instance ID}, and indented below it a value for each parameter and
 * variable, {@code W[1] = [[1, 2], [0, 1]]}. Reports print counterexamples in this form; pasted into a {@code .tenet} file
 * they are replayed by every check. A block ends at the next line that is not indented.
 *
 * @param claim the id of the claim
 * @param file  where it is written
 * @param line  of its header, from 1
 * @param lines its values, one a line
 */
public record InstanceBlock(String claim, String file, int line, List<String> lines) {
    private static final Pattern HEADER = Pattern.compile("instance[ \\t]+([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*)[ \\t]*(#.*)?");

    public InstanceBlock {
        lines = List.copyOf(lines);
    }

    /** The blocks of a text, in order. */
    public static List<InstanceBlock> of(String file, String text) {
        List<InstanceBlock> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = HEADER.matcher(lines.get(i));
            if (!header.matches()) continue;
            List<String> values = new ArrayList<>();
            for (int j = i + 1; j < lines.size() && belongs(lines.get(j)); j++) {
                String value = lines.get(j).replaceFirst("#.*", "").strip();
                if (!value.isEmpty()) values.add(value);
            }
            blocks.add(new InstanceBlock(header.group(1), file, i + 1, values));
        }
        return blocks;
    }

    /** The text with the blocks blanked out, so that every other line keeps its number. */
    public static String without(String text) {
        if (!text.contains("instance")) return text;
        StringBuilder rest = new StringBuilder();
        boolean inside = false;
        for (String line : text.split("(?<=\n)")) {
            String plain = line.stripTrailing();
            inside = HEADER.matcher(plain).matches() || inside && belongs(plain);
            rest.append(inside ? line.endsWith("\n") ? "\n" : "" : line);
        }
        return rest.toString();
    }

    private static boolean belongs(String line) {
        return line.isBlank() || Character.isWhitespace(line.charAt(0));
    }

    /** The block as text, with its header. */
    public String text() {
        StringBuilder text = new StringBuilder("instance ").append(claim).append('\n');
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    /** {@code mine.tenet:12}. */
    public String place() {
        return file + ":" + line;
    }
}
