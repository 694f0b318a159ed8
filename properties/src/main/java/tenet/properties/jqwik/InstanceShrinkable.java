package tenet.properties.jqwik;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Script;
import tenet.properties.exact.ScriptEdits;
import tenet.properties.falsification.Complexity;
import tenet.properties.sampling.EntryEdits;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.formula.Statement;

/** An instance with the choices it was built from. Simpler instances come from simpler choices, the coarsest changes first. */
final class InstanceShrinkable implements Shrinkable<ClaimInstance> {
    private final Statement statement;
    private final Sampler sampler;
    private final Script choices;
    private final ClaimInstance value;
    private final ShrinkingDistance distance;

    /** @param sample an accepted one */
    InstanceShrinkable(Statement statement, Sampler sampler, Sample sample) {
        this.statement = statement;
        this.sampler = sampler;
        this.choices = sample.choices();
        Instance instance = sample.instance().orElseThrow();
        this.value = new ClaimInstance(statement, instance);
        Complexity complexity = Complexity.of(instance, statement.signature());
        this.distance = ShrinkingDistance.of(complexity.integers(), complexity.entries(), complexity.nonZero(), complexity.length(), choices.weight());
    }

    @Override
    public ClaimInstance value() {
        return value;
    }

    @Override
    public ShrinkingDistance distance() {
        return distance;
    }

    /** Only instances that satisfy the hypotheses and are simpler than this one. */
    @Override
    public Stream<Shrinkable<ClaimInstance>> shrink() {
        return edits().filter(edited -> !edited.equals(choices)).map(edited -> sampler.draw(Choices.replay(edited)))
                .filter(sample -> sample.standing() == Sample.Standing.ACCEPTED)
                .<Shrinkable<ClaimInstance>>map(sample -> new InstanceShrinkable(statement, sampler, sample))
                .filter(simpler -> simpler.distance().compareTo(distance) < 0);
    }

    private Stream<Script> edits() {
        Set<String> groups = choices.groups().keySet();
        Stream<Script> emptied = groups.stream().map(group -> choices.with(group, List.of()));
        Stream<Script> first = groups.stream().flatMap(group -> lowered(group, 0));
        Stream<Script> blocks = Stream.iterate(ScriptEdits.LARGEST_BLOCK, size -> size >= 1, size -> size / 2)
                .flatMap(size -> groups.stream().flatMap(group -> withoutBlocks(group, size)));
        Stream<Script> single = groups.stream().flatMap(group -> IntStream.range(1, choices.group(group).size()).boxed().flatMap(place -> lowered(group, place)));
        return Stream.of(emptied, first, blocks, single, entries()).flatMap(edits -> edits);
    }

    private Stream<Script> lowered(String group, int place) {
        List<Integer> here = choices.group(group);
        if (place >= here.size()) return Stream.empty();
        return ScriptEdits.below(here.get(place)).stream().map(lower -> ScriptEdits.lowered(choices, group, place, lower)).flatMap(Optional::stream);
    }

    private Stream<Script> withoutBlocks(String group, int size) {
        return Stream.iterate(0, from -> from < choices.group(group).size(), from -> from + size)
                .flatMap(from -> Stream.of(ScriptEdits.zeroed(choices, group, from, size), ScriptEdits.without(choices, group, from, size)));
    }

    /** Rows, columns and single entries that become zero, then entries that become one, whatever they were built from. */
    private Stream<Script> entries() {
        List<EntryEdits.Editable> values = EntryEdits.editable(value.values(), statement.signature());
        Stream<Script> lines = values.stream().flatMap(each -> each.lines().stream()).map(line -> EntryEdits.with(choices, line, false));
        Stream<Script> single = Stream.of(false, true).flatMap(one -> values.stream().flatMap(each ->
                IntStream.range(0, each.value().entries().size()).mapToObj(i -> EntryEdits.with(choices, List.of(each.first() + i), one))));
        return Stream.concat(lines, single);
    }
}
