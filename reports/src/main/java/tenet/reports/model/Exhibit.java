package tenet.reports.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;
import tenet.symbolic.typeset.LatexFormulas;
import tenet.symbolic.typeset.LatexTerms;
import tenet.theorems.Counterexample;

/**
 * Names and values of an instance as formulas: names and the sides of relations are read back in the scope of the
 * claim, matrices are set as matrices. What cannot be read stays text.
 */
public final class Exhibit {
    private static final Pattern MEMBER = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)(?:\\[(\\d+(?:,\\d+)*)\\])?('?)");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\(X\\)");
    private static final Pattern RATIONAL = Pattern.compile("(-?)(\\d+)/(\\d+)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("(.*)[eE]([-+]?\\d+)");
    private static final Pattern INTERVAL = Pattern.compile("\\[([^,\\[\\]]+), ([^,\\[\\]]+)\\]");
    /** Larger matrices and longer lines are better read as text. */
    private static final double WIDEST = 320;

    private final Signature signature;

    public Exhibit(Statement statement) {
        this.signature = statement.signature();
    }

    /**
     * One line of an instance.
     *
     * @param latex code for math mode; empty when it is to be shown as the text
     */
    public record Line(String text, Optional<String> latex) {
    }

    public List<Line> values(Counterexample counterexample) {
        return lines(counterexample.values());
    }

    public List<Line> sides(Counterexample counterexample) {
        Signature scope = scope(counterexample.values());
        return counterexample.sides().stream().map(side -> {
            Optional<String> name = term(side.name(), scope);
            if (side.name().equals(side.value())) return line(side, name);
            return line(side, name.flatMap(left -> value(side.value()).map(right -> left + " = " + right)));
        }).toList();
    }

    public List<Line> lines(List<Counterexample.Binding> bindings) {
        return bindings.stream().map(binding -> line(binding, code(binding))).toList();
    }

    private static Line line(Counterexample.Binding binding, Optional<String> latex) {
        return new Line(binding.toString(), latex.filter(code -> LatexFormulas.width(code) <= WIDEST));
    }

    private Optional<String> code(Counterexample.Binding binding) {
        Matcher call = CALL.matcher(binding.name());
        if (call.matches()) return function(call.group(1), binding.value());
        return name(binding.name()).flatMap(name -> value(binding.value()).map(value -> name + " = " + value));
    }

    /** {@code W[1,2]'}, read without looking it up: it may be a bound index or the time. */
    private static Optional<String> name(String text) {
        Matcher member = MEMBER.matcher(text);
        if (!member.matches()) return Optional.empty();
        List<Term> indices = new ArrayList<>();
        if (member.group(2) != null) for (String index : member.group(2).split(",")) indices.add(Term.number(Long.parseLong(index)));
        Term symbol = new Term.Symbol(member.group(1), indices, Sort.REAL);
        return Optional.of(LatexTerms.latex(member.group(3).isEmpty() ? symbol : new Term.Rate(symbol)));
    }

    private Optional<String> function(String name, String body) {
        if (!(signature.find(name).orElse(null) instanceof Declaration.Function function) || function.arguments().size() != 1) return Optional.empty();
        if (signature.find("X").isPresent()) return Optional.empty();
        Signature scope = signature.with(List.of(new Declaration.Variable("X", List.of(), function.arguments().getFirst(), Declaration.Motion.FIXED)));
        Term argument = new Term.Symbol("X", List.of(), function.arguments().getFirst());
        return term(body, scope).map(code -> LatexTerms.latex(new Term.Call(name, List.of(argument), function.result())) + " = " + code);
    }

    private Signature scope(List<Counterexample.Binding> values) {
        List<Declaration> more = new ArrayList<>();
        for (Counterexample.Binding binding : values)
            if (binding.name().matches("[\\p{L}_][\\p{L}\\p{N}_]*") && signature.find(binding.name()).isEmpty()
                    && more.stream().noneMatch(declared -> declared.name().equals(binding.name())))
                more.add(new Declaration.Parameter(binding.name(), List.of(), binding.name().equals("t") ? Sort.REAL : Sort.INT, List.of()));
        return signature.with(more);
    }

    private static Optional<String> term(String text, Signature scope) {
        try {
            return Parser.parseTerm(text, scope).value().map(LatexTerms::latex);
        } catch (IllTyped outOfScope) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(String text) {
        return switch (ShownValue.of(text)) {
            case ShownValue.Plain(String plain) -> number(plain);
            case ShownValue.Matrix(List<List<String>> rows) -> {
                List<List<Optional<String>>> entries = rows.stream().map(row -> row.stream().map(Exhibit::number).toList()).toList();
                if (entries.stream().flatMap(List::stream).anyMatch(Optional::isEmpty)) yield Optional.empty();
                yield Optional.of(entries.stream().map(row -> row.stream().map(Optional::get).collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}")));
            }
        };
    }

    private static Optional<String> number(String text) {
        Matcher rational = RATIONAL.matcher(text);
        if (rational.matches()) {
            boolean small = rational.group(2).length() <= 4 && rational.group(3).length() <= 4;
            return Optional.of(rational.group(1) + (small ? "\\tfrac{" + rational.group(2) + "}{" + rational.group(3) + "}"
                    : rational.group(2) + "/" + rational.group(3)));
        }
        if (DECIMAL.matcher(text).matches()) return Optional.of(decimal(text));
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches() && isBound(interval.group(1)) && isBound(interval.group(2)))
            return Optional.of("[" + decimal(interval.group(1)) + ",\\, " + decimal(interval.group(2)) + "]");
        return Optional.empty();
    }

    private static boolean isBound(String text) {
        return DECIMAL.matcher(text).matches() || text.matches("-?Infinity");
    }

    private static String decimal(String text) {
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (!scientific.matches()) return text.replace("Infinity", "\\infty");
        return new BigDecimal(scientific.group(1)).toPlainString() + " \\cdot 10^{" + Integer.parseInt(scientific.group(2)) + "}";
    }
}
