package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How names of a claim look in print: {@code lambda_max} is a lambda with the subscript "max", {@code sigma1} a sigma
 * with the subscript 1, {@code loss} a script l. To give a name its customary letter, add a line to {@link #LETTERS}.
 */
final class LatexNames {
    /** Names that the field writes with one letter of their own. */
    private static final Map<String, String> LETTERS = Map.of("loss", "\\ell");

    private static final Set<String> GREEK = Set.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta",
            "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
            "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");
    private static final Map<String, String> GREEK_VARIANTS = Map.of("epsilon", "\\varepsilon", "phi", "\\varphi",
            "omicron", "o");
    private static final Map<String, String> ACCENTS = Map.of("hat", "\\hat", "bar", "\\bar", "tilde", "\\tilde");

    private LatexNames() {
    }

    /**
     * A name in print, before its indices are added.
     *
     * @param base       what an accent such as the dot of a time derivative goes over
     * @param subscripts set below it, separated by commas
     * @param letter     whether the base is a single letter, which may stand beside others without a space
     */
    record Face(String base, List<String> subscripts, boolean letter) {
        Face {
            subscripts = List.copyOf(subscripts);
        }

        /** The name with these further subscripts. */
        String with(List<String> indices) {
            return accented("", indices);
        }

        /** The name with a command such as {@code \dot} over its base. */
        String accented(String command, List<String> indices) {
            List<String> all = new ArrayList<>(subscripts);
            all.addAll(indices);
            String core = command.isEmpty() ? base : command + "{" + base + "}";
            return all.isEmpty() ? core : core + "_{" + String.join(",", all) + "}";
        }
    }

    static Face symbol(String name) {
        return face(name, "\\mathrm");
    }

    static Face function(String name) {
        return face(name, "\\operatorname");
    }

    private static Face face(String name, String upright) {
        if (name.equals("?")) return new Face("\\bullet", List.of(), true);
        List<String> parts = parts(name);
        String first = parts.isEmpty() ? name : parts.getFirst();
        String base = word(first, upright);
        List<String> subscripts = new ArrayList<>();
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size()))
            if (ACCENTS.containsKey(part) && subscripts.isEmpty()) base = ACCENTS.get(part) + "{" + base + "}";
            else subscripts.add(word(part, "\\mathrm"));
        return new Face(base, subscripts, !base.contains("\\mathrm") && !base.contains("\\operatorname") && !base.contains("\\text"));
    }

    /** {@code lambda_max2} as lambda, max, 2; a leading number stays with what follows it. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String piece : name.split("_")) {
            if (piece.isEmpty()) continue;
            int end = piece.length();
            while (end > 0 && digit(piece.charAt(end - 1))) end--;
            if (end > 0) parts.add(piece.substring(0, end));
            if (end < piece.length()) parts.add(piece.substring(end));
        }
        return parts;
    }

    private static String word(String word, String upright) {
        if (LETTERS.containsKey(word)) return LETTERS.get(word);
        if (GREEK_VARIANTS.containsKey(word)) return GREEK_VARIANTS.get(word);
        if (GREEK.contains(word)) return "\\" + word;
        if (word.length() == 1 && (letter(word.charAt(0)) || digit(word.charAt(0)))) return word;
        if (word.chars().allMatch(c -> digit((char) c))) return word;
        if (word.chars().allMatch(c -> letter((char) c) || digit((char) c))) return upright + "{" + word + "}";
        return "\\text{" + LatexText.escape(word) + "}";
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The spelled-out Greek letters that have a LaTeX command of the same name. */
    static Set<String> greek() {
        return GREEK.stream().collect(Collectors.toUnmodifiableSet());
    }
}
