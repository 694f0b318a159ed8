package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * The terms that differ from a term in one constant or exponent; in an equation, where such slips make a claim false, also in the
 * sign of a summand, a factor left out, a transpose left out, or two factors exchanged. Indices, sizes and ends of
 * quantified ranges stay: most changes of these leave no term.
 */
final class Variations {
    /** Around a changed constant so much of the term is told. */
    private static final int CONTEXT = 30;

    private final boolean equation;

    private Variations(boolean equation) {
        this.equation = equation;
    }

    /** @param equation whether the term is a side of an equation that is to be shown */
    static List<Variation> of(Term term, boolean equation) {
        return new Variations(equation).of(term);
    }

    /**
     * @param before the part that is told, as it was
     * @param after  as it is now
     * @param whole  the changed term
     */
    record Variation(Mutant.Kind kind, Term before, Term after, Term whole) {
        String text() {
            return Printer.print(before) + " -> " + Printer.print(after);
        }

        private Variation inside(Term outer, Term changed) {
            int length = Printer.print(outer).length();
            boolean told = length <= CONTEXT || before instanceof Term.Number && length <= 2 * CONTEXT;
            return new Variation(kind, told ? outer : before, told ? changed : after, changed);
        }

        private Variation as(Mutant.Kind other) {
            return new Variation(other, before, after, whole);
        }
    }

    private List<Variation> of(Term term) {
        List<Variation> found = new ArrayList<>();
        switch (term) {
            case Term.Number number -> {
                for (Rational value : List.of(number.value().plus(Rational.ONE), number.value().minus(Rational.ONE)))
                    found.add(new Variation(Mutant.Kind.CONSTANT, number, Term.number(value), Term.number(value)));
            }
            case Term.Symbol ignored -> { }
            case Term.Apply apply -> applied(apply, found);
            case Term.Big big -> {
                within(big.body(), body -> Term.big(big.operator(), big.range(), body), big, found);
                Range range = big.range();
                if (big.operator() == BigOperator.SUM || big.operator() == BigOperator.PRODUCT)
                    within(range.low(), low -> Term.big(big.operator(), new Range(range.index(), low, range.upper(), range.except()), big.body()), big, found);
            }
            case Term.MatrixLiteral literal -> {
                for (int i = 0; i < literal.rows().size(); i++)
                    for (int j = 0; j < literal.rows().get(i).size(); j++) {
                        int row = i;
                        int column = j;
                        within(literal.rows().get(i).get(j), entry -> {
                            List<List<Term>> rows = new ArrayList<>();
                            literal.rows().forEach(old -> rows.add(new ArrayList<>(old)));
                            rows.get(row).set(column, entry);
                            return new Term.MatrixLiteral(rows);
                        }, literal, found);
                    }
            }
            case Term.Contract ignored -> { }
            case Term.Call call -> {
                for (int i = 0; i < call.arguments().size(); i++) {
                    int at = i;
                    within(call.arguments().get(i), argument -> new Term.Call(call.function(), with(call.arguments(), at, argument), call.sort()), call, found);
                }
            }
            case Term.Gradient gradient -> within(gradient.at(), at -> new Term.Gradient(gradient.function(), at), gradient, found);
            case Term.Rate rate -> within(rate.of(), Term.Rate::new, rate, found);
        }
        return found;
    }

    private void applied(Term.Apply apply, List<Variation> found) {
        if (equation) slips(apply, found);
        switch (apply.operator()) {
            case IDENTITY, ZERO -> { }
            case ENTRY -> within(apply.argument(0), of -> Term.apply(Operator.ENTRY, with(apply.arguments(), 0, of)), apply, found);
            case POWER -> {
                within(apply.argument(0), base -> Term.power(base, apply.argument(1)), apply, found);
                List<Variation> exponents = new ArrayList<>();
                within(apply.argument(1), exponent -> Term.power(apply.argument(0), exponent), apply, exponents);
                if (exponents.isEmpty()) {
                    Term more = Term.power(apply.argument(0), Term.add(apply.argument(1), Term.number(1)));
                    exponents.add(new Variation(Mutant.Kind.EXPONENT, apply, more, more));
                }
                exponents.forEach(variation -> found.add(variation.as(Mutant.Kind.EXPONENT)));
            }
            case DIVIDE -> {
                within(apply.argument(0), top -> Term.divide(top, apply.argument(1)), apply, found);
                within(apply.argument(1), bottom -> {
                    if (bottom instanceof Term.Number(Rational value) && value.isZero()) throw new IllTyped("division by zero");
                    return Term.divide(apply.argument(0), bottom);
                }, apply, found);
            }
            default -> {
                for (int i = 0; i < apply.arguments().size(); i++) {
                    int at = i;
                    within(apply.argument(i), argument -> Term.apply(apply.operator(), with(apply.arguments(), at, argument)), apply, found);
                }
            }
        }
    }

    /** Slips of the pen, other than in numbers. */
    private static void slips(Term.Apply apply, List<Variation> found) {
        List<Term> arguments = apply.arguments();
        switch (apply.operator()) {
            case ADD -> {
                for (int i = 0; i < arguments.size(); i++) {
                    int at = i;
                    boolean negative = arguments.get(i) instanceof Term.Apply part && part.operator() == Operator.NEGATE;
                    slip(apply, () -> Term.apply(Operator.ADD, with(arguments, at,
                            negative ? ((Term.Apply) arguments.get(at)).argument(0) : Term.negate(arguments.get(at)))), found);
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < arguments.size(); i++) {
                    List<Term> others = new ArrayList<>(arguments);
                    Term left = others.remove(i);
                    boolean number = left instanceof Term.Number || left instanceof Term.Apply part && part.operator() == Operator.NEGATE;
                    if (left.sort().isScalar() && !number) slip(apply, () -> Term.multiply(others.toArray(Term[]::new)), found);
                    if (i + 1 == arguments.size() || left.sort().isScalar() || arguments.get(i + 1).sort().isScalar()) continue;
                    List<Term> exchanged = new ArrayList<>(arguments);
                    Collections.swap(exchanged, i, i + 1);
                    slip(apply, () -> Term.multiply(exchanged.toArray(Term[]::new)), found);
                }
            }
            case TRANSPOSE -> slip(apply, () -> apply.argument(0), found);
            default -> { }
        }
    }

    private static void slip(Term before, Supplier<Term> slipped, List<Variation> found) {
        try {
            Term after = slipped.get();
            if (after.sort().equals(before.sort())) found.add(new Variation(Mutant.Kind.TERM, before, after, after));
        } catch (IllTyped unfit) {
            // The shapes do not allow this slip.
        }
    }

    /** The variations of a part, put back into the whole where they fit. */
    private void within(Term part, Function<Term, Term> put, Term whole, List<Variation> found) {
        for (Variation variation : of(part)) {
            try {
                found.add(variation.inside(whole, put.apply(variation.whole())));
            } catch (IllTyped unfit) {
                // A changed constant may leave no term; then there is no such variant.
            }
        }
    }

    private static List<Term> with(List<Term> terms, int at, Term term) {
        List<Term> changed = new ArrayList<>(terms);
        changed.set(at, term);
        return changed;
    }
}
