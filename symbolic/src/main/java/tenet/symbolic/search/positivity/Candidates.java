package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.term.Rational;

/** The products and squares among which a linear pass looks for a combination. */
final class Candidates {
    /** Beyond this the products of a stage are not even written down. */
    private static final int MOST = 6000;

    private final List<Constraint> constraints;
    private final List<Polynomial> written;
    private final EqualityIdeal ideal;
    private final Deadline deadline;
    private final List<Integer> inequalities = new ArrayList<>();
    private final List<Polynomial> reduced = new ArrayList<>();
    private final int highest;

    /** @param written roots of squares that every stage has */
    Candidates(List<Constraint> constraints, List<Polynomial> written, EqualityIdeal ideal, Deadline deadline) {
        this.constraints = constraints;
        this.written = written;
        this.ideal = ideal;
        this.deadline = deadline;
        int degree = 1;
        for (int i = 0; i < constraints.size(); i++) {
            Polynomial form = ideal.normalForm(constraints.get(i).polynomial());
            reduced.add(form);
            if (constraints.get(i).isEquality()) continue;
            inequalities.add(i);
            degree = Math.max(degree, form.degree());
        }
        highest = degree;
    }

    /** The highest degree among the normal forms of the inequalities; at least 1. */
    int highest() {
        return highest;
    }

    List<Column> columns(Stage stage) {
        List<Column> columns = new ArrayList<>();
        Set<Polynomial> seen = new HashSet<>();
        int degree = highest + stage.growth();
        List<Column> products = products(stage.factors(), degree);
        for (Column product : products) keep(product, columns, seen);
        for (Column product : products(Math.min(1, stage.weighted()), degree))
            for (Polynomial root : written) keep(squared(product, root), columns, seen);
        if (stage.squares() == 0) return columns;
        List<Polynomial> roots = roots(stage, degree);
        for (Column product : products(stage.weighted(), degree)) {
            for (Polynomial root : roots) {
                if (columns.size() >= MOST) return columns;
                if (product.form().degree() + 2 * root.degree() > degree) continue;
                keep(squared(product, root), columns, seen);
            }
        }
        return columns;
    }

    private Column squared(Column product, Polynomial root) {
        deadline.check();
        Polynomial form = ideal.normalForm(raw(product.constraints()).times(root.squared()));
        return new Column(product.constraints(), Optional.of(root), form, false);
    }

    private static void keep(Column column, List<Column> columns, Set<Polynomial> seen) {
        // A strict column may repeat a form that is there already: strictness is worth having.
        if (column.form().isZero() && !column.strict()) return;
        boolean positive = column.form().isConstant() && column.form().coefficient(Monomial.ONE).signum() > 0;
        if (positive && !column.constraints().isEmpty()) return;
        if (seen.add(column.form()) || column.strict()) columns.add(column);
    }

    Polynomial raw(List<Integer> places) {
        Polynomial product = Polynomial.ONE;
        for (int place : places) product = product.times(constraints.get(place).polynomial());
        return product;
    }

    /** Products of at most so many inequalities, the empty one first, shorter ones before longer ones. */
    List<Column> products(int factors, int degree) {
        List<Column> all = new ArrayList<>();
        List<Column> last = List.of(new Column(List.of(), Optional.empty(), ideal.normalForm(Polynomial.ONE), true));
        all.addAll(last);
        for (int size = 1; size <= factors; size++) {
            List<Column> longer = new ArrayList<>();
            for (Column column : last) {
                int from = column.constraints().isEmpty() ? 0 : column.constraints().getLast();
                for (int place : inequalities) {
                    if (place < from || all.size() + longer.size() >= MOST) continue;
                    deadline.check();
                    // A product of high degree is not extended either: reduction rarely brings the degree down again.
                    if (column.form().degree() + reduced.get(place).degree() > degree) continue;
                    List<Integer> places = new ArrayList<>(column.constraints());
                    places.add(place);
                    longer.add(new Column(List.copyOf(places), Optional.empty(), ideal.normalForm(raw(places)),
                            column.strict() && constraints.get(place).isStrict()));
                }
            }
            all.addAll(longer);
            last = longer;
        }
        return all;
    }

    /** Polynomials worth squaring. */
    private List<Polynomial> roots(Stage stage, int degree) {
        Set<Polynomial> roots = new LinkedHashSet<>();
        List<Monomial> monomials = new ArrayList<>();
        for (int variable : variables()) monomials.add(Monomial.variable(variable));
        List<Monomial> linear = List.copyOf(monomials);
        if (stage.squares() > 1) {
            for (int i = 0; i < linear.size(); i++) {
                for (int j = i; j < linear.size(); j++) monomials.add(linear.get(i).times(linear.get(j)));
            }
        }
        monomials.removeIf(monomial -> !ideal.isNormal(monomial) || 2 * monomial.degree() > degree);
        monomials.forEach(monomial -> roots.add(Polynomial.monomial(monomial, Rational.ONE)));
        completedSquares(roots);
        for (int place : inequalities) {
            if (!reduced.get(place).isConstant()) roots.add(reduced.get(place));
        }
        monomials.add(Monomial.ONE);
        for (int i = 0; i < monomials.size(); i++) {
            for (int j = i + 1; j < monomials.size() && roots.size() < MOST; j++) {
                Polynomial left = Polynomial.monomial(monomials.get(i), Rational.ONE);
                Polynomial right = Polynomial.monomial(monomials.get(j), Rational.ONE);
                roots.add(left.minus(right));
                roots.add(left.plus(right));
            }
        }
        if (stage.squares() > 1) {
            for (Column product : products(2, degree)) {
                if (product.constraints().size() == 2) roots.add(product.form());
            }
        }
        roots.removeIf(root -> 2 * root.degree() > degree || root.isConstant());
        return List.copyOf(roots);
    }

    /** From {@code α u² + β u v} in a constraint the root {@code u + β/(2α) v}. */
    private void completedSquares(Set<Polynomial> roots) {
        for (Constraint constraint : constraints) {
            var terms = constraint.polynomial().terms();
            for (var term : terms.entrySet()) {
                Optional<Monomial> root = root(term.getKey());
                if (root.isEmpty() || root.get().degree() == 0) continue;
                terms.forEach((monomial, coefficient) -> {
                    if (monomial.equals(term.getKey()) || !root.get().divides(monomial)) return;
                    Rational share = coefficient.divide(term.getValue().plus(term.getValue()));
                    roots.add(Polynomial.monomial(root.get(), Rational.ONE)
                            .plus(Polynomial.monomial(monomial.divide(root.get()), share)));
                });
            }
        }
    }

    private static Optional<Monomial> root(Monomial monomial) {
        int[] powers = new int[monomial.width()];
        for (int i = 0; i < powers.length; i++) {
            if (monomial.power(i) % 2 != 0) return Optional.empty();
            powers[i] = monomial.power(i) / 2;
        }
        return Optional.of(Monomial.of(powers));
    }

    /** The variables that occur in some constraint. */
    Set<Integer> variables() {
        Set<Integer> variables = new TreeSet<>();
        for (Constraint constraint : constraints) {
            for (Monomial monomial : constraint.polynomial().terms().keySet()) {
                for (int i = 0; i < monomial.width(); i++) if (monomial.power(i) > 0) variables.add(i);
            }
        }
        return variables;
    }
}
