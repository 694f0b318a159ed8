package tenet.symbolic.typeset;

import java.util.Map;

/**
 * An estimate of how wide LaTeX code will be in print, in points at a 10 point font, without running TeX. Meant for
 * deciding where to break a line: it is within about a tenth of the truth for formulas of this package.
 */
final class LatexWidth {
    /** The text width of a plain {@code article}. */
    static final double LINE = 345;

    private static final double LETTER = 5.5;
    private static final double SCRIPT = 0.72;
    /** The sign of a sum in a fraction: smaller, its limits behind it. */
    private static final double BESIDE_LIMITS = 10.6;
    private static final Map<String, Double> COMMANDS = Map.ofEntries(
            Map.entry("quad", 10.0), Map.entry("qquad", 20.0), Map.entry(",", 1.7), Map.entry(" ", 3.3), Map.entry("cdot", 7.2),
            Map.entry("cdots", 15.0), Map.entry("dots", 13.0), Map.entry("sum", 16.0), Map.entry("prod", 15.0), Map.entry("bigotimes", 17.0),
            Map.entry("lVert", 5.0), Map.entry("rVert", 5.0), Map.entry("lvert", 2.8), Map.entry("rvert", 2.8),
            Map.entry("langle", 3.9), Map.entry("rangle", 3.9),
            Map.entry("le", 13.3), Map.entry("ge", 13.3), Map.entry("ne", 13.3), Map.entry("in", 12.2), Map.entry("to", 15.5), Map.entry("colon", 6.0),
            Map.entry("nabla", 8.3), Map.entry("top", 7.8), Map.entry("det", 15.0), Map.entry("log", 14.5), Map.entry("exp", 17.0), Map.entry("min", 17.0),
            Map.entry("max", 19.0), Map.entry("times", 12.2), Map.entry("ell", 4.2), Map.entry("bullet", 5.0), Map.entry("infty", 10.0));
    private static final String WITHOUT_WIDTH = "|left|right|bigl|bigr|mathrm|operatorname|text|dot|ddot|hat|bar|tilde|mathbf|emph|"
            + "texttt|textbf|textit|small|begin|end|tag|substack|allowbreak|penalty|";

    private final String code;
    private int at;
    private int inScript;
    private int inFraction;

    private LatexWidth(String code) {
        this.code = code;
    }

    static double of(String code) {
        LatexWidth width = new LatexWidth(code);
        return width.until('\0');
    }

    private double until(char end) {
        double width = 0;
        double widest = 0;
        while (at < code.length() && code.charAt(at) != end) {
            if (code.startsWith("\\\\", at)) {
                at += 2;
                widest = Math.max(widest, width);
                width = 0;
            } else {
                width += next();
            }
        }
        at++;
        return Math.max(widest, width);
    }

    private double next() {
        char c = code.charAt(at++);
        return switch (c) {
            case '{' -> until('}');
            case '_', '^' -> scripts(c);
            case '\\' -> command();
            case ' ', '$', '}' -> 0;
            case '&' -> 10;
            case '+', '-' -> 12;
            case '=', '<', '>' -> 13.3;
            case ',', '.', ';', ':', '|', '!', '\'' -> 3.5;
            case '/' -> 5;
            case '(', ')', '[', ']' -> 3.9;
            case 'm', 'w' -> 7.5;
            default -> Character.isUpperCase(c) ? 8 : c >= '0' && c <= '9' ? 5 : LETTER;
        };
    }

    /** A subscript and a superscript of one base stand above each other. */
    private double scripts(char first) {
        inScript++;
        double width = SCRIPT * argument();
        if (at < code.length() && (code.charAt(at) == '_' || code.charAt(at) == '^') && code.charAt(at) != first) {
            at++;
            width = Math.max(width, SCRIPT * argument());
        }
        inScript--;
        return width;
    }

    private double command() {
        int start = at;
        while (at < code.length() && Character.isLetter(code.charAt(at))) at++;
        if (at == start) at++;
        String name = code.substring(start, Math.min(at, code.length()));
        return switch (name) {
            case "frac", "tfrac" -> {
                double scale = name.equals("tfrac") || inScript > 0 ? SCRIPT : 1;
                inFraction++;
                double width = scale * Math.max(argument(), argument()) + 2.4;
                inFraction--;
                yield width;
            }
            case "sum", "prod", "bigotimes" -> inFraction > 0 || inScript > 0 ? BESIDE_LIMITS + limits() + 1.7 : Math.max(COMMANDS.get(name), limits()) + 1.7;
            case "sqrt" -> 8.3 + argument();
            case "text", "emph", "texttt", "textbf", "textit" -> words();
            case "begin", "end" -> {
                argument();
                yield 6;
            }
            default -> WITHOUT_WIDTH.contains("|" + name + "|") ? 0 : COMMANDS.getOrDefault(name, 6.0);
        };
    }

    /** Limits stand below and above their sign. */
    private double limits() {
        double width = 0;
        while (at < code.length() && (code.charAt(at) == '_' || code.charAt(at) == '^')) {
            at++;
            width = Math.max(width, SCRIPT * argument());
        }
        return width;
    }

    private double argument() {
        if (at >= code.length()) return 0;
        if (code.charAt(at) != '{') return next();
        at++;
        return until('}');
    }

    /** Text, where spaces count. */
    private double words() {
        int start = at;
        double math = argument();
        String inside = code.substring(start, Math.min(at, code.length()));
        return 0.88 * math + 3.3 * inside.chars().filter(c -> c == ' ').count();
    }
}
