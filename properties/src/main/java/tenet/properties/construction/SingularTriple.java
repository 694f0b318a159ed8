package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Draws;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code E*v = sigma*u} (and {@code E^T*u = sigma*v} with unit u and v) for a matrix, product or chain E: u and v become
 * columns of the known bases of E, sigma the product of the diagonal entries.
 */
final class SingularTriple implements HypothesisConstructor {
    @Override
    public String name() {
        return "singular triple";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> match(clause.relation()).isPresent());
    }

    private record Triple(Term matrix, Term.Symbol right, Term.Symbol sigma, Term.Symbol left) {
    }

    private static Optional<Triple> match(Formula.Relation relation) {
        List<Term> sides = Patterns.sides(relation);
        return match(sides.get(0), sides.get(1)).or(() -> match(sides.get(1), sides.get(0)));
    }

    private static Optional<Triple> match(Term product, Term scaled) {
        List<Term> factors = Patterns.arguments(Operator.MULTIPLY, product).orElse(List.of());
        List<Term> image = Patterns.arguments(Operator.MULTIPLY, scaled).orElse(List.of());
        if (factors.size() < 2 || image.size() != 2 || factors.getFirst().sort().isScalar()) return Optional.empty();
        if (!(factors.getLast() instanceof Term.Symbol right) || !(image.get(0) instanceof Term.Symbol sigma) || !(image.get(1) instanceof Term.Symbol left))
            return Optional.empty();
        if (!sigma.sort().isScalar() || left.sort().isScalar()) return Optional.empty();
        List<Term> matrix = factors.subList(0, factors.size() - 1);
        return Optional.of(new Triple(matrix.size() == 1 ? matrix.getFirst() : Term.multiply(matrix.toArray(Term[]::new)), right, sigma, left));
    }

    @Override
    public void construct(Draft draft) {
        List<Triple> triples = new ArrayList<>();
        draft.premises().equalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) match(ground.relation()).ifPresent(triples::add);
        });
        for (Triple triple : triples)
            construct(triple, triples.stream().anyMatch(other -> other.left().equals(triple.right()) && other.right().equals(triple.left())), draft);
    }

    /** @param paired whether the other equation is assumed, too; alone the equation has solutions that are no singular triples */
    private static void construct(Triple triple, boolean paired, Draft draft) {
        Optional<Member> right = draft.member(triple.right()).filter(draft::isFree);
        Optional<Member> sigma = draft.member(triple.sigma()).filter(draft::isFree);
        Optional<Member> left = draft.member(triple.left()).filter(draft::isFree);
        if (right.isEmpty() || sigma.isEmpty() || left.isEmpty()) return;
        Optional<Term> transposed = Patterns.transposed(triple.matrix());
        Optional<List<Member>> factors = Patterns.factors(transposed.orElse(triple.matrix()), draft);
        if (factors.isEmpty()) return;
        if (factors.get().stream().anyMatch(factor -> isDefined(factor, triple, draft))) return;
        Optional<AlignedChain> known = factors.flatMap(outermostFirst -> chain(outermostFirst, draft));
        if (known.isEmpty()) return;
        AlignedChain chain = known.get();
        int first = chain.find(factors.get()).orElseThrow();
        int last = first + factors.get().size();
        int place = draft.draws("place of " + sigma.get()).choices().below(Math.min(chain.bases().get(last).rows(), chain.bases().get(first).rows()));
        Rational value = Rational.ONE;
        for (List<Rational> diagonal : chain.diagonals().subList(first, last))
            value = value.times(place < diagonal.size() ? diagonal.get(place) : Rational.ZERO);
        List<Rational> outer = column(chain.bases().get(last), place);
        List<Rational> inner = column(chain.bases().get(first), place);
        List<Rational> image = transposed.isPresent() ? inner : outer;
        List<Rational> source = transposed.isPresent() ? outer : inner;
        if (!paired) {
            Draws draws = draft.draws("alone " + sigma.get());
            Value.Matrix<Rational> basis = chain.bases().get(transposed.isPresent() ? last : first);
            int lost = basis.columns() - 1;
            boolean vanishes = chain.diagonals().subList(first, last).stream().anyMatch(diagonal -> lost >= diagonal.size() || diagonal.get(lost).isZero());
            // Some of the source may be lost; and where all of it is, the image may be anything.
            if (vanishes && draws.choices().below(2) == 1) {
                List<Rational> share = draws.unit(2);
                if (place != lost) {
                    List<Rational> kept = source;
                    List<Rational> gone = column(basis, lost);
                    source = IntStream.range(0, kept.size()).mapToObj(i -> kept.get(i).times(share.get(0)).plus(gone.get(i).times(share.get(1)))).toList();
                    value = value.times(share.get(0));
                }
                if (value.isZero()) image = draws.unit(image.size());
            }
        }
        if (mayBeNegative(triple.sigma(), draft.premises()) && draft.draws("sign of " + sigma.get()).choices().once(3)) {
            value = value.negate();
            image = image.stream().map(Rational::negate).toList();
        }
        draft.set(left.get(), Value.vector(image));
        draft.set(right.get(), Value.vector(source));
        draft.set(sigma.get(), Value.scalar(value));
        List.of(left.get(), right.get(), sigma.get()).forEach(draft::settle);
    }

    /** Whether no hypothesis keeps the number above zero; then the equations of a singular triple hold for the opposite number and vector, too. */
    private static boolean mayBeNegative(Term.Symbol sigma, Premises premises) {
        return premises.inequalities().noneMatch(clause -> {
            Formula.Relation relation = clause.relation();
            return isSigma(relation.left(), sigma) && isAboveZero(relation.comparison(), relation.right())
                    || isSigma(relation.right(), sigma) && isAboveZero(relation.comparison().reversed(), relation.left());
        });
    }

    private static boolean isSigma(Term term, Term.Symbol sigma) {
        return term instanceof Term.Symbol symbol && symbol.name().equals(sigma.name());
    }

    private static boolean isAboveZero(Comparison comparison, Term limit) {
        return limit instanceof Term.Number(Rational number) && number.signum() >= 0 && (comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST);
    }

    /** Whether another equation says what the matrix is, without these vectors: {@code W[l] = alpha*identity(n)}. */
    private static boolean isDefined(Member member, Triple triple, Draft draft) {
        return draft.premises().equalities().flatMap(clause -> clause.grounds(draft.instance()).stream()).map(Clause.Ground::relation)
                .anyMatch(relation -> defines(relation.left(), relation.right(), member, triple, draft) || defines(relation.right(), relation.left(), member, triple, draft));
    }

    private static boolean defines(Term side, Term value, Member member, Triple triple, Draft draft) {
        return side instanceof Term.Symbol && draft.member(side).filter(member::equals).isPresent() && !Names.occursFree(member.name(), value)
                && java.util.stream.Stream.of(triple.left(), triple.right(), triple.sigma()).noneMatch(symbol -> Names.occursFree(symbol.name(), value));
    }

    /** A chain that has these factors side by side; drawn when they are still free. */
    private static Optional<AlignedChain> chain(List<Member> outermostFirst, Draft draft) {
        Optional<AlignedChain> known = draft.chains().stream().filter(chain -> chain.find(outermostFirst).isPresent()).findFirst();
        if (known.isPresent() || !outermostFirst.stream().allMatch(draft::isFree)) return known;
        return Optional.of(AlignedChain.draw(outermostFirst.reversed(), false, draft));
    }

    private static List<Rational> column(Value.Matrix<Rational> matrix, int column) {
        List<Rational> entries = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) entries.add(matrix.at(i, column));
        return entries;
    }
}
