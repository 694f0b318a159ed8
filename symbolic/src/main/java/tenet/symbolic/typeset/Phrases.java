package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** Formulas, ranges and quantifiers in words. */
final class Phrases {
    private final Notation notation;

    Phrases(Notation notation) {
        this.notation = notation;
    }

    /** A term and what it is compared with, one after the other: {@code 0 < s < 1}. */
    record Chain(Term start, List<Link> links) {
        Chain {
            links = List.copyOf(links);
        }

        static Chain of(Formula.Relation relation) {
            return new Chain(relation.left(), List.of(new Link(relation.comparison(), relation.right())));
        }
    }

    record Link(Comparison comparison, Term right) {
    }

    /**
     * A formula taken apart for display.
     *
     * @param scope the outer quantifiers in words, each "for all ..." or "initially"
     * @param rows  what holds under them
     */
    record Stated(List<String> scope, List<Row> rows) {
    }

    /**
     * @param chain what is displayed; empty when the formula has no displayed form and {@code words} says it whole
     * @param words the condition or the formula in words
     */
    record Row(Optional<Chain> chain, String words) {
    }

    /** {@code l = 1, ..., L-1} as code. */
    String range(Range range) {
        String index = notation.symbol(range.index());
        String except = range.except().map(point -> ", " + index + " " + notation.sign(Comparison.UNEQUAL) + " " + notation.term(point)).orElse("");
        if (range.upper().isEmpty()) return index + " " + notation.sign(Comparison.AT_LEAST) + " " + notation.term(range.low()) + except;
        String low = notation.term(range.low());
        String high = notation.term(range.high());
        Optional<Rational> steps = IndexPolynomial.of(range.high()).minus(IndexPolynomial.of(range.low())).asConstant();
        if (steps.isPresent() && steps.get().isZero()) return index + " = " + low + except;
        if (steps.isPresent() && steps.get().equals(Rational.ONE)) return index + " = " + low + ", " + high + except;
        return index + " = " + low + ", " + notation.dots() + ", " + high + except;
    }

    /** {@code l = 1, ..., L and r = 1, ..., R} as words. */
    String ranges(List<Range> ranges) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < ranges.size(); ) {
            Range first = ranges.get(i);
            List<String> others = new ArrayList<>();
            for (i++; i < ranges.size() && ranges.get(i).renamed(first.index()).equals(first) && first.except().isEmpty(); i++)
                others.add(notation.symbol(ranges.get(i).index()));
            others.add(0, "");
            parts.add(notation.math(notation.symbol(first.index()) + String.join(", ", others)
                    + range(first).substring(notation.symbol(first.index()).length())));
        }
        return RuleWords.listed(parts);
    }

    /** A run of quantifiers over indices and what stands under them. */
    private record Indexed(List<Range> ranges, Formula body) {
        static Indexed of(Formula.ForAll outer) {
            List<Range> ranges = new ArrayList<>();
            Formula body = outer;
            while (body instanceof Formula.ForAll(Range range, Formula inner)) {
                ranges.add(range);
                body = inner;
            }
            return new Indexed(ranges, body);
        }
    }

    /** A formula inside a sentence. */
    String sentence(Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> notation.math(chain(Chain.of(relation)));
            case Formula.And(List<Formula> parts) when parts.isEmpty() -> "nothing";
            case Formula.And(List<Formula> parts) -> RuleWords.listed(rows(parts).stream().map(this::inline).toList());
            case Formula.ForAll all -> quantified("for all " + ranges(Indexed.of(all).ranges()), Indexed.of(all).body());
            case Formula.ForEvery every -> everything(every);
            case Formula.Initially(Formula body) -> "initially " + sentence(body);
        };
    }

    /** Nested quantifiers over values are told in one go. */
    private String everything(Formula.ForEvery outer) {
        List<String> values = new ArrayList<>();
        Formula body = outer;
        while (body instanceof Formula.ForEvery every) {
            values.add(every(every));
            body = every.body();
        }
        return quantified(RuleWords.listed(values).replace(" and for every ", " and every ").replace(", for every ", ", every "), body);
    }

    private String quantified(String quantifier, Formula body) {
        return body instanceof Formula.Relation ? sentence(body) + " " + quantifier : quantifier + ": " + sentence(body);
    }

    private String every(Formula.ForEvery every) {
        return "for every " + notation.math(notation.in(notation.symbol(every.name()), notation.set(every.sort())));
    }

    private String inline(Row row) {
        return row.chain().map(chain -> notation.math(chain(chain)) + (row.words().isEmpty() ? "" : " " + row.words())).orElse(row.words());
    }

    /** A chain as code on one line. */
    String chain(Chain chain) {
        return notation.term(chain.start()) + chain.links().stream()
                .map(link -> " " + notation.sign(link.comparison()) + " " + notation.term(link.right())).collect(Collectors.joining());
    }

    /** The formula with its outer quantifiers as words and its relations as rows. */
    Stated stated(Formula formula) {
        List<String> scope = new ArrayList<>();
        Formula rest = formula;
        while (true) {
            switch (rest) {
                case Formula.ForAll all -> {
                    scope.add("for all " + ranges(Indexed.of(all).ranges()));
                    rest = Indexed.of(all).body();
                }
                case Formula.ForEvery every -> {
                    scope.add(every(every));
                    rest = every.body();
                }
                case Formula.Initially(Formula body) -> {
                    scope.add("at the start of the motion");
                    rest = body;
                }
                case Formula.Relation relation -> {
                    return new Stated(scope, List.of(new Row(Optional.of(Chain.of(relation)), "")));
                }
                case Formula.And(List<Formula> parts) -> {
                    return new Stated(scope, rows(parts));
                }
            }
        }
    }

    /** The parts, in which {@code 0 < s} and {@code s < 1} are one row. */
    private List<Row> rows(List<Formula> parts) {
        List<Row> rows = new ArrayList<>();
        for (Formula part : parts) {
            switch (part) {
                case Formula.Relation relation -> {
                    Row last = rows.isEmpty() ? null : rows.getLast();
                    if (last != null && last.words().isEmpty() && last.chain().isPresent() && continues(last.chain().get(), relation)) {
                        List<Link> links = new ArrayList<>(last.chain().get().links());
                        links.add(new Link(relation.comparison(), relation.right()));
                        rows.set(rows.size() - 1, new Row(Optional.of(new Chain(last.chain().get().start(), links)), ""));
                    } else {
                        rows.add(new Row(Optional.of(Chain.of(relation)), ""));
                    }
                }
                case Formula.ForAll all when Indexed.of(all).body() instanceof Formula.Relation relation ->
                        rows.add(new Row(Optional.of(Chain.of(relation)), "for all " + ranges(Indexed.of(all).ranges())));
                case Formula.And(List<Formula> inner) -> rows.addAll(rows(inner));
                default -> rows.add(new Row(Optional.empty(), sentence(part)));
            }
        }
        return rows;
    }

    private static boolean continues(Chain chain, Formula.Relation next) {
        return next.left().equals(chain.links().getLast().right())
                && compatible(chain.links().stream().map(Link::comparison).toList(), next.comparison());
    }

    /** Whether a further comparison keeps the reading of a chain: none against the others, none of {@code !=}. */
    static boolean compatible(List<Comparison> before, Comparison next) {
        List<Comparison> all = new ArrayList<>(before);
        all.add(next);
        boolean up = all.stream().anyMatch(c -> c == Comparison.LESS || c == Comparison.AT_MOST);
        boolean down = all.stream().anyMatch(c -> c == Comparison.GREATER || c == Comparison.AT_LEAST);
        return !(up && down) && !all.contains(Comparison.UNEQUAL);
    }

    /**
     * The indices and assumptions under which a step is stated.
     *
     * @param still whether they were just told for the step before
     */
    List<String> setting(Certificate.Step step, boolean still) {
        if (still) return List.of(step.assumed().size() == 1 ? "still under this assumption" : "still under these assumptions");
        List<String> words = new ArrayList<>();
        if (!step.fixed().isEmpty()) words.add("for each " + ranges(step.fixed()));
        step.assumed().forEach(assumption -> words.add("assuming (" + notation.label(assumption.name()) + ") that "
                + sentence(assumption.formula())));
        return words;
    }

    static String capitalised(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
