package tenet.theorems;

import java.util.regex.Pattern;

/**
 * A pattern of claim ids: {@code *} stands for any characters, {@code ?} for one; {@code -} and {@code _} are the same,
 * and so are capital and small letters.
 */
public record Glob(String pattern) {
    public boolean matches(String id) {
        StringBuilder expression = new StringBuilder();
        for (char c : normal(pattern).toCharArray())
            expression.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        return Pattern.matches(expression.toString(), normal(id));
    }

    /** Whether two ids are the same up to the spelling that a pattern forgives. */
    public static boolean same(String a, String b) {
        return normal(a).equals(normal(b));
    }

    private static String normal(String id) {
        return id.replace('_', '-').toLowerCase(java.util.Locale.ROOT);
    }
}
