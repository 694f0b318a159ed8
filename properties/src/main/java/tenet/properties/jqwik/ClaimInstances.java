package tenet.properties.jqwik;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.JqwikException;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Script;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Statement;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

/**
 * Instances that satisfy the hypotheses of a claim, exactly. Hypotheses are made true by construction where Tenet knows their kind;
 * what does not verify is dropped, and counted. jqwik's seed decides what is drawn; a falsified property is shrunk by editing the choices
 * from which the instance was built, so that what holds by construction still holds.
 */
public final class ClaimInstances implements Arbitrary<ClaimInstance> {
    /** One draw in so many seeks extremes. */
    private static final int BOLD = 4;
    private static final int MOST_EDGE_CASES = 8;
    private static final int EDGE_DRAWS = 24;

    private final Statement statement;
    private final Sampler sampler;
    private final AcceptanceCount count;

    private ClaimInstances(Statement statement, Sampler sampler) {
        this.statement = statement;
        this.sampler = sampler;
        this.count = new AcceptanceCount(statement.id());
    }

    /** Instances on which all hypotheses hold at one time. */
    public static ClaimInstances of(Statement statement, List<Sampling> samplings) {
        return new ClaimInstances(statement, new Sampler(statement, samplings));
    }

    /** Instances on which all hypotheses hold at one time. */
    public static ClaimInstances of(Claim claim) {
        return of(claim.statement(), claim.sampling());
    }

    /** Instances of a claim of the built-in library. @throws NoSuchElementException when it has none of this id */
    public static ClaimInstances of(String id) {
        return of(found(BuiltIn.LIBRARY, id));
    }

    /**
     * Instances of a claim of a file, which may use the theories of the library.
     *
     * @throws IllegalArgumentException when the file cannot be read or has errors
     * @throws NoSuchElementException   when it has no claim of this id
     */
    public static ClaimInstances of(Path file, String id) {
        try {
            Source source = SourceReader.read(file, BuiltIn.LIBRARY);
            return of(source.claim(id).orElseThrow(() -> new NoSuchElementException("no claim " + id + " in " + file)));
        } catch (InvalidInput wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    /** Starts of motions: hypotheses about a later time need not hold on them. @throws NoSuchElementException as {@link #of(String)} */
    public static ClaimInstances startsOf(String id) {
        Claim claim = found(BuiltIn.LIBRARY, id);
        return new ClaimInstances(claim.statement(), new Sampler(claim.statement(), claim.sampling(), true));
    }

    private static Claim found(Library library, String id) {
        return library.find(id).orElseThrow(() -> new NoSuchElementException("no claim " + id + " in the library; near it: " + library.suggestions(id))).claim();
    }

    /** Read once, when it is first asked for. */
    private static final class BuiltIn {
        private static final Library LIBRARY = Library.builtIn();
    }

    /** Whose hypotheses the instances satisfy. */
    public Statement statement() {
        return statement;
    }

    /** The draws so far, edge cases and shrinking left aside. */
    public Acceptance acceptance() {
        return count.now();
    }

    /** @throws JqwikException from the generator, when after a thousand draws fewer than one in a hundred is accepted */
    @Override
    public RandomGenerator<ClaimInstance> generator(int genSize) {
        return this::next;
    }

    private Shrinkable<ClaimInstance> next(Random random) {
        long seed = random.nextLong();
        for (long number = 0; ; number++) {
            boolean bold = Math.floorMod(seed + number, BOLD) == 0;
            Sample sample = sampler.draw(bold ? Choices.bold(seed, number) : Choices.fresh(seed, number));
            count.add(sample);
            if (sample.standing() == Sample.Standing.ACCEPTED) return shrinkable(sample);
        }
    }

    /** The simplest instance of all, and a few with extreme choices, the same each time. */
    @Override
    public EdgeCases<ClaimInstance> edgeCases(int maxEdgeCases) {
        List<Sample> samples = new ArrayList<>();
        int most = Math.min(maxEdgeCases, MOST_EDGE_CASES);
        for (int number = 0; number <= EDGE_DRAWS && samples.size() < most; number++) {
            Sample sample = sampler.draw(number == 0 ? Choices.replay(Script.EMPTY) : Choices.bold(0, number));
            boolean known = samples.stream().anyMatch(other -> other.instance().equals(sample.instance()));
            if (sample.standing() == Sample.Standing.ACCEPTED && !known) samples.add(sample);
        }
        return EdgeCases.fromSuppliers(samples.stream().<Supplier<Shrinkable<ClaimInstance>>>map(sample -> () -> shrinkable(sample)).toList());
    }

    private Shrinkable<ClaimInstance> shrinkable(Sample sample) {
        return new InstanceShrinkable(statement, sampler, sample);
    }
}
