package tenet.properties.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;
import tenet.theorems.InvalidInput;

/**
 * Reads a function of an instance: a quadratic {@code 1/2*(X[1,1]^2 + 3*(X[2,1] + 1)^2) + 5*X[1,2]}, perhaps with powers of linear
 * forms {@code 2*(X[1] + (-2)*X[2])^4}, or a norm
 * {@code (|X[1]|^(1/2) + 2*|X[2]|^(1/2))^2}, {@code max(|X[1]|, 3*|X[2]|)}, or sizes of linear forms
 * {@code min(max(|X[1] + (-2)*X[2]|, |X[2]|), 5)}.
 */
final class FunctionText {
    private static final String NUMBER = "\\d+(?:/\\d+)?";
    private static final String FACTOR = "(?:(" + NUMBER + ")\\*|\\((-" + NUMBER + ")\\)\\*)?";
    private static final String PLACE = "X(?:\\[([\\d,]+)\\])?";
    private static final Pattern SQUARE = Pattern.compile(FACTOR + "(?:" + PLACE + "|\\(" + PLACE + "([+-])(" + NUMBER + ")\\))\\^2");
    private static final Pattern LINEAR = Pattern.compile(FACTOR + PLACE);
    private static final Pattern RIDGE = Pattern.compile(FACTOR + "\\(((?:[^()]|\\(-" + NUMBER + "\\))*)\\)\\^([234])");
    private static final Pattern SIZE = Pattern.compile(FACTOR + "\\|" + PLACE + "\\|(?:\\^(" + NUMBER + "|\\(" + NUMBER + "\\)))?");

    private static final Pattern BARS = Pattern.compile("\\|([^|]*)\\|");
    /** With # for each size: under a cap, or without. */
    private static final Pattern FORMS = Pattern.compile("min\\((max\\(#(?:,#)*\\)|#(?:[,+]#)*),(" + NUMBER + ")\\)|((?:max|min)\\(#(?:,#)*\\)|#(?:\\+#)*)");

    private final List<Integer> shape;
    private final int size;

    FunctionText(List<Integer> shape) {
        this.shape = List.copyOf(shape);
        this.size = Value.size(shape);
    }

    /** @throws InvalidInput for any other function */
    FunctionModel read(String text) throws InvalidInput {
        String plain = text.replace(" ", "");
        if (!plain.contains("|")) return quadratic(plain);
        boolean forms = plain.startsWith("min(") || BARS.matcher(plain).results().anyMatch(bars -> bars.group(1).matches("0|.*[+*].*"));
        return forms ? forms(plain) : norm(plain);
    }

    private FunctionModel forms(String text) throws InvalidInput {
        List<Value<Rational>> forms = new ArrayList<>();
        for (String form : BARS.matcher(text).results().map(bars -> bars.group(1)).toList()) forms.add(form(form, text));
        Matcher matcher = matched(FORMS, BARS.matcher(text).replaceAll("#"), text);
        String all = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
        var kind = all.startsWith("max") ? FunctionModel.LinearForms.Kind.LARGEST
                : all.contains(",") || all.startsWith("min") ? FunctionModel.LinearForms.Kind.LEAST : FunctionModel.LinearForms.Kind.SUM;
        return new FunctionModel.LinearForms(kind, forms, Optional.ofNullable(matcher.group(2)).map(Rational::parse));
    }

    private Value<Rational> form(String form, String text) throws InvalidInput {
        Rational[] factors = zeros();
        if (!form.equals("0"))
            for (String part : parts(form, '+')) {
                Matcher matcher = matched(LINEAR, part, text);
                factors[position(matcher.group(3), text)] = factor(matcher);
            }
        return value(factors);
    }

    private FunctionModel quadratic(String text) throws InvalidInput {
        Rational[] weights = zeros();
        Rational[] targets = zeros();
        Rational[] linear = zeros();
        List<FunctionModel.Ridges.Ridge> ridges = new ArrayList<>();
        if (!text.equals("0"))
            for (String part : parts(text, '+')) {
                Matcher ridge = RIDGE.matcher(part);
                if (ridge.matches() && (ridge.group(3).equals("0") || parts(ridge.group(3), '+').stream().allMatch(LINEAR.asMatchPredicate()))) {
                    ridges.add(new FunctionModel.Ridges.Ridge(factor(ridge), form(ridge.group(3), text), Integer.parseInt(ridge.group(4))));
                    continue;
                }
                boolean half = part.startsWith("1/2*") && part.contains("^2");
                if (!half) {
                    Matcher matcher = matched(LINEAR, part, text);
                    linear[position(matcher.group(3), text)] = factor(matcher);
                    continue;
                }
                String squares = part.substring(4);
                if (squares.startsWith("(") && closing(squares) == squares.length() - 1) squares = squares.substring(1, squares.length() - 1);
                for (String square : parts(squares, '+')) {
                    Matcher matcher = matched(SQUARE, square, text);
                    boolean bare = matcher.group(5) == null;
                    int at = position(bare ? matcher.group(3) : matcher.group(4), text);
                    weights[at] = factor(matcher);
                    if (!bare) targets[at] = matcher.group(5).equals("-") ? Rational.parse(matcher.group(6)) : Rational.parse(matcher.group(6)).negate();
                }
            }
        var base = new FunctionModel.Quadratic(value(weights), value(targets), value(linear));
        return ridges.isEmpty() ? base : new FunctionModel.Ridges(base, ridges);
    }

    private FunctionModel norm(String text) throws InvalidInput {
        Rational[] weights = zeros();
        if (text.startsWith("max(")) {
            for (String part : parts(text.substring(4, text.length() - 1), ',')) {
                Matcher matcher = matched(SIZE, part, text);
                weights[position(matcher.group(3), text)] = factor(matcher);
            }
            return new FunctionModel.WeightedNorm(value(weights), Optional.empty());
        }
        String inside = text.startsWith("(") && closing(text) < text.length() - 1 ? text.substring(1, closing(text)) : text;
        Rational exponent = Rational.ONE;
        for (String part : parts(inside, '+')) {
            Matcher matcher = matched(SIZE, part, text);
            weights[position(matcher.group(3), text)] = factor(matcher);
            if (matcher.group(4) != null) exponent = Rational.parse(matcher.group(4).replaceAll("[()]", ""));
        }
        return new FunctionModel.WeightedNorm(value(weights), Optional.of(exponent));
    }

    private Rational[] zeros() {
        Rational[] zeros = new Rational[size];
        java.util.Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }

    private Value<Rational> value(Rational[] entries) {
        return Value.of(shape, List.of(entries));
    }

    private static Matcher matched(Pattern pattern, String part, String text) throws InvalidInput {
        Matcher matcher = pattern.matcher(part);
        if (!matcher.matches()) throw new InvalidInput("'" + part + "' in the function " + text + " is not of the form that reports print");
        return matcher;
    }

    private static Rational factor(Matcher matcher) {
        if (matcher.group(1) != null) return Rational.parse(matcher.group(1));
        return matcher.group(2) != null ? Rational.parse(matcher.group(2)) : Rational.ONE;
    }

    private int position(String indices, String text) throws InvalidInput {
        int position = 0;
        List<String> all = indices == null ? List.of() : List.of(indices.split(","));
        if (all.isEmpty() && size == 1) return 0;
        for (int k = 0; k < shape.size(); k++) {
            int index = k < all.size() ? Integer.parseInt(all.get(k)) : 1;
            if (index < 1 || index > shape.get(k)) throw new InvalidInput("there is no entry X[" + indices + "] in the function " + text);
            position = position * shape.get(k) + index - 1;
        }
        return position;
    }

    /** The parts between separators outside of brackets. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') depth++;
            if (c == ')' || c == ']') depth--;
            if (c == separator && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Where the bracket that the text begins with closes. */
    private static int closing(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') depth++;
            if (text.charAt(i) == ')' && --depth == 0) return i;
        }
        return text.length() - 1;
    }
}
