package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.term.Rational;

/**
 * Looks for a certificate with arbitrary sums of squares: positive semidefinite Gram matrices in doubles, rounded to
 * rationals, corrected to satisfy the equations exactly and split into weighted squares.
 * Source: Peyrl and Parrilo, "Computing sum of squares decompositions with rational coefficients", 2008.
 */
final class SumOfSquares {
    private static final int LARGEST_BASIS = 45;
    private static final int MOST_ENTRIES = 2500;
    private static final int MOST_ROWS = 450;
    private static final int ROUNDS = 7;
    private static final int MOST_SOLVED = 24;
    private static final int[] DENOMINATOR_BITS = {0, 1, 2, 3, 5, 8, 12, 18, 26};

    private final Candidates candidates;
    private final EqualityIdeal ideal;
    private final int degree;
    private final int factors;
    private final Deadline deadline;
    private int solved;

    /** @param level 0 for the least degree and single constraints; higher levels multiply constraints and raise the degree */
    SumOfSquares(Candidates candidates, EqualityIdeal ideal, int level, Deadline deadline) {
        this.candidates = candidates;
        this.ideal = ideal;
        this.deadline = deadline;
        factors = level == 0 ? 1 : 2;
        int least = Math.max(2, candidates.highest());
        degree = level < 2 ? least : 2 * (least / 2) + 2 * (level - 1);
    }

    Optional<List<Certificate.Product>> find() {
        List<Gram.Block> blocks = blocks();
        return blocks.isEmpty() ? Optional.empty() : find(blocks, ROUNDS);
    }

    /** Solves and rounds; when all solutions are singular, again on a face, of which there may be several guesses. */
    private Optional<List<Certificate.Product>> find(List<Gram.Block> blocks, int rounds) {
        Gram gram = new Gram(blocks, ideal, deadline);
        for (var pruned = gram.pruned(); pruned.isPresent(); pruned = gram.pruned()) {
            gram = new Gram(pruned.get(), ideal, deadline);
        }
        if (gram.rows.size() > MOST_ROWS || gram.rows.get(0).isEmpty()) return Optional.empty();
        var system = LinearSystem.of(gram.entries.size(), gram.rows, gram.right, deadline);
        if (system.isEmpty() || ++solved > MOST_SOLVED) return Optional.empty();
        var result = new Barrier(gram, system.get().independent(), deadline).solve();
        if (result.isEmpty()) return Optional.empty();
        double[][][] matrices = result.get().matrices();
        Optional<List<Certificate.Product>> found = rounded(gram, system.get(), matrices);
        if (found.isPresent() || rounds == 0) return found;
        for (List<Gram.Block> face : Face.guesses(gram.blocks, matrices)) {
            found = find(face, rounds - 1);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<List<Certificate.Product>> rounded(Gram gram, LinearSystem system, double[][][] matrices) {
        for (int bits : DENOMINATOR_BITS) {
            deadline.check();
            Rational[] values = system.solution(unknown -> {
                Gram.Entry entry = gram.entries.get(unknown);
                return dyadic(matrices[entry.block()][entry.row()][entry.column()], bits);
            });
            var squares = gram.squares(values);
            if (squares.isPresent()) return squares;
        }
        return Optional.empty();
    }

    private static Rational dyadic(double value, int bits) {
        return Rational.exactly(Math.rint(Math.scalb(value, bits))).divide(Rational.of(1L << bits));
    }

    private List<Gram.Block> blocks() {
        List<Gram.Block> blocks = new ArrayList<>();
        Set<Polynomial> seen = new HashSet<>();
        int entries = 0;
        for (Column product : candidates.products(factors, degree)) {
            if (product.form().isZero() || !seen.add(product.form())) continue;
            Polynomial factor = candidates.raw(product.constraints());
            if (product.strict()) blocks.add(new Gram.Block(product.constraints(), factor, false, true, List.of(Polynomial.ONE)));
            List<Polynomial> basis = basis((degree - product.form().degree()) / 2);
            if (basis.size() == 1) {
                if (!product.strict()) blocks.add(new Gram.Block(product.constraints(), factor, false, false, basis));
                continue;
            }
            entries += basis.size() * (basis.size() + 1) / 2;
            if (basis.size() > LARGEST_BASIS || entries > MOST_ENTRIES) return List.of();
            blocks.add(new Gram.Block(product.constraints(), factor, true, false, basis));
        }
        return blocks;
    }

    /** The normal monomials up to a degree. */
    private List<Polynomial> basis(int highest) {
        List<Monomial> monomials = new ArrayList<>(List.of(Monomial.ONE));
        Set<Monomial> last = Set.of(Monomial.ONE);
        for (int d = 1; d <= highest && monomials.size() <= LARGEST_BASIS; d++) {
            Set<Monomial> next = new java.util.TreeSet<>();
            for (Monomial monomial : last) {
                for (int variable : candidates.variables()) next.add(monomial.times(Monomial.variable(variable)));
            }
            next.removeIf(monomial -> !ideal.isNormal(monomial));
            monomials.addAll(next);
            last = next;
        }
        return monomials.stream().map(monomial -> Polynomial.monomial(monomial, Rational.ONE)).toList();
    }
}
