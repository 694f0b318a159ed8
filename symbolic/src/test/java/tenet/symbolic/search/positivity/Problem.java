package tenet.symbolic.search.positivity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tenet.symbolic.term.Rational;

/** Hypotheses written as text, with {@code + - * ^ ( )}, rationals and one-letter or numbered variables. */
final class Problem {
    private final TreeMap<String, Integer> variables = new TreeMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private String text = "";
    private int at;

    static Problem given(String... hypotheses) {
        var problem = new Problem();
        for (String hypothesis : hypotheses) problem.constraints.add(problem.constraint(hypothesis));
        return problem;
    }

    List<Constraint> constraints() {
        return List.copyOf(constraints);
    }

    /** The constraints with the negation of an inequality added. */
    List<Constraint> against(String goal) {
        Constraint shown = constraint(goal);
        var all = new ArrayList<>(constraints);
        all.add(switch (shown.kind()) {
            case NONNEGATIVE -> Constraint.positive(shown.polynomial().negate());
            case POSITIVE -> Constraint.nonnegative(shown.polynomial().negate());
            case ZERO -> throw new IllegalArgumentException("two goals in one: " + goal);
        });
        return all;
    }

    Optional<Certificate> proof(String goal) {
        return Refutation.find(against(goal), Budget.of(Duration.ofSeconds(20)));
    }

    /** One relation {@code p <= q}, {@code <}, {@code >=}, {@code >} or {@code =}. */
    Constraint constraint(String relation) {
        text = relation.replace(" ", "");
        at = 0;
        Polynomial left = sum();
        String sign = text.substring(at, text.charAt(at + 1) == '=' ? at + 2 : at + 1);
        at += sign.length();
        Polynomial right = sum();
        if (at != text.length()) throw new IllegalArgumentException(relation + " at " + at);
        return switch (sign) {
            case ">=" -> Constraint.nonnegative(left.minus(right));
            case ">" -> Constraint.positive(left.minus(right));
            case "<=" -> Constraint.nonnegative(right.minus(left));
            case "<" -> Constraint.positive(right.minus(left));
            case "=" -> Constraint.zero(left.minus(right));
            default -> throw new IllegalArgumentException(relation);
        };
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '.';
    }

    private Polynomial sum() {
        Polynomial total = peek() == '-' ? Polynomial.ZERO : product();
        while (peek() == '+' || peek() == '-') {
            boolean minus = text.charAt(at++) == '-';
            Polynomial next = product();
            total = minus ? total.minus(next) : total.plus(next);
        }
        return total;
    }

    private Polynomial product() {
        Polynomial total = power();
        while (peek() == '*') {
            at++;
            total = total.times(power());
        }
        return total;
    }

    private Polynomial power() {
        Polynomial base = atom();
        if (peek() != '^') return base;
        at++;
        return base.power(Integer.parseInt(word()));
    }

    private Polynomial atom() {
        if (peek() == '(') {
            at++;
            Polynomial inner = sum();
            at++;
            return inner;
        }
        String word = word();
        if (Character.isDigit(word.charAt(0))) return Polynomial.constant(Rational.parse(word));
        return Polynomial.variable(variables.computeIfAbsent(word, name -> variables.size()));
    }

    private String word() {
        int from = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '/' || peek() == '.' && at < text.length()) at++;
        return text.substring(from, at);
    }
}
