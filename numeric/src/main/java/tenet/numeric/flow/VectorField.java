package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.evaluation.EnclosedSeries;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Tape;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * The equations of motion of a signature on an instance, as a vector field on the entries of the variables that flows
 * move. The velocities are the kernel's own terms; the packing order is by declaration, then by indices.
 */
public final class VectorField {
    private final PrimitiveTerms primitives;
    private final Instance instance;
    private final List<Member> members;
    private final int dimension;

    private record Member(String name, List<Integer> indices, Value<Rational> start, Term velocity, int offset) {
        int size() {
            return start.entries().size();
        }
    }

    /**
     * @throws NotRepresentable when a variable moves in an unknown way
     * @throws tenet.symbolic.term.IllTyped when a velocity has no rule
     */
    public VectorField(PrimitiveTerms primitives, Instance instance) {
        this.primitives = primitives;
        this.instance = instance;
        List<Member> members = new ArrayList<>();
        int offset = 0;
        Signature signature = primitives.signature();
        for (Declaration declaration : signature.declarations()) {
            if (!(declaration instanceof Declaration.Variable variable)) continue;
            if (signature.flow(variable.name()).isEmpty()) {
                if (variable.motion() == Declaration.Motion.MOVING)
                    throw new NotRepresentable(variable.name() + " moves in an unknown way, so there is nothing to integrate");
                continue;
            }
            List<List<Integer>> places = new ArrayList<>(instance.values().getOrDefault(variable.name(), Map.of()).keySet());
            places.sort(VectorField::compare);
            for (List<Integer> indices : places) {
                Value<Rational> start = instance.value(variable.name(), indices).orElseThrow();
                List<Term> at = indices.stream().map(Term::number).toList();
                Sort sort = signature.sortOf(variable.name(), at);
                Term velocity = primitives.velocity(new Term.Symbol(variable.name(), at, sort));
                members.add(new Member(variable.name(), indices, start, velocity, offset));
                offset += start.entries().size();
            }
        }
        this.members = List.copyOf(members);
        this.dimension = offset;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++)
            if (!a.get(i).equals(b.get(i))) return Integer.compare(a.get(i), b.get(i));
        return Integer.compare(a.size(), b.size());
    }

    /** The number of moving entries. */
    public int dimension() {
        return dimension;
    }

    public PrimitiveTerms primitives() {
        return primitives;
    }

    public Instance instance() {
        return instance;
    }

    /** The name of a packed entry, such as {@code W[1][2,1]} or {@code x}. */
    public String entry(int place) {
        Member member = members.stream().filter(there -> place < there.offset() + there.size()).findFirst().orElseThrow();
        StringBuilder name = new StringBuilder(member.name());
        if (!member.indices().isEmpty()) name.append(member.indices());
        List<Integer> shape = member.start().shape();
        if (shape.isEmpty()) return name.toString();
        int rest = place - member.offset();
        List<Integer> at = new ArrayList<>();
        for (int size : shape.reversed()) {
            at.addFirst(rest % size + 1);
            rest /= size;
        }
        return name.append(at).toString().replace(" ", "");
    }

    /** The packed state at the start. */
    public <E> List<E> start(Algebra<E> algebra) {
        List<E> point = new ArrayList<>(dimension);
        for (Member member : members) for (Rational entry : member.start().entries()) point.add(algebra.of(entry));
        return point;
    }

    /** The values of the moving variables at a packed point. */
    public <E> Map<String, Map<List<Integer>, Value<E>>> unpack(List<E> point) {
        Map<String, Map<List<Integer>, Value<E>>> values = new HashMap<>();
        for (Member member : members)
            values.computeIfAbsent(member.name(), ignored -> new HashMap<>())
                    .put(member.indices(), member.start().with(point.subList(member.offset(), member.offset() + member.size())));
        return values;
    }

    /** The state in which the moving variables are at a packed point. */
    public <E> State<E> at(State<E> start, List<E> point) {
        return start.moved(unpack(point));
    }

    /**
     * The velocity compiled for floating point, from packed point to packed velocity.
     *
     * @return empty when it has an operation that is not compiled
     * @throws tenet.numeric.algebra.Undefined when a part that does not move has no value
     */
    public Optional<Tape> compiled() {
        return Tape.compile(instance, inputs(), members.stream().map(Member::velocity).toList()).filter(tape -> tape.outputs() == dimension);
    }

    /** The Taylor expansion of the motion, compiled for enclosures; empty when the velocity is no polynomial. */
    Optional<EnclosedSeries> series() {
        return EnclosedSeries.compile(instance, inputs(), members.stream().map(Member::velocity).toList()).filter(series -> series.dimension() == dimension);
    }

    private List<Tape.Input> inputs() {
        return members.stream().map(member -> new Tape.Input(member.name(), member.indices(), member.start())).toList();
    }

    /** The packed velocity at a packed point. @throws tenet.numeric.algebra.NoValue when it has none there */
    public <E> List<E> velocity(State<E> start, List<E> point) {
        Evaluation<E> evaluation = new Evaluation<>(primitives, at(start, point));
        List<E> velocity = new ArrayList<>(dimension);
        for (Member member : members) {
            List<E> entries = evaluation.primitive(member.velocity()).entries();
            if (entries.size() != member.size())
                throw new NotRepresentable("the velocity of " + member.name() + " has another shape than " + member.name());
            velocity.addAll(entries);
        }
        return velocity;
    }
}
