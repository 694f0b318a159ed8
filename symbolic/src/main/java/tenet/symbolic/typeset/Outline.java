package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Term;

/**
 * The order in which the steps of a certificate are told. Every step appears once; steps that form a calculation
 * {@code a = b <= c} come together, where the step that combines them stands, if no step told before rests on them.
 */
final class Outline {
    /** The rule whose premises are the links of a calculation. */
    private static final String CHAIN = "chain";

    /** A part of the telling. */
    sealed interface Block {
        /** The step whose indices and assumptions the block shares. */
        Certificate.Step setting();

        /** Whether it is told under assumptions, and under those of another. */
        default boolean sameAssumptions(Block other) {
            return !setting().assumed().isEmpty() && setting().assumed().equals(other.setting().assumed())
                    && setting().fixed().equals(other.setting().fixed());
        }

        record Single(Certificate.Step step) implements Block {
            @Override
            public Certificate.Step setting() {
                return step;
            }
        }

        /**
         * @param rows   the links in order; the left side of each is the right side of the one before
         * @param result the step that combines the links, when there is one
         */
        record Calculation(Term start, List<Row> rows, Optional<Certificate.Step> result) implements Block {
            public Calculation {
                rows = List.copyOf(rows);
            }

            @Override
            public Certificate.Step setting() {
                return result.orElseGet(() -> rows.getFirst().step());
            }
        }
    }

    /** @param quoted told elsewhere already, so that the row only refers to its number */
    record Row(Comparison comparison, Term right, Certificate.Step step, boolean quoted) {
    }

    private final List<Certificate.Step> steps;
    private final Map<Integer, Certificate.Step> byNumber = new HashMap<>();
    private final Map<Integer, Set<Integer>> users = new HashMap<>();

    private Outline(List<Certificate.Step> steps) {
        this.steps = steps;
        for (Certificate.Step step : steps) {
            byNumber.put(step.number(), step);
            step.premises().forEach(premise -> users.computeIfAbsent(premise, key -> new HashSet<>()).add(step.number()));
        }
    }

    static List<Block> of(Certificate certificate) {
        return new Outline(certificate.steps()).blocks();
    }

    private List<Block> blocks() {
        Map<Integer, Set<Integer>> absorbedBy = new TreeMap<>();
        Set<Integer> absorbed = new HashSet<>();
        for (Certificate.Step step : steps)
            if (step.rule().equals(CHAIN) && links(step).isPresent()) {
                Set<Integer> taken = absorbable(step, absorbed, absorbedBy.keySet());
                absorbedBy.put(step.number(), taken);
                absorbed.addAll(taken);
            }
        List<Block> blocks = new ArrayList<>();
        List<Certificate.Step> run = new ArrayList<>();
        for (Certificate.Step step : steps) {
            if (absorbed.contains(step.number())) continue;
            boolean calculation = absorbedBy.containsKey(step.number());
            if (!run.isEmpty() && (calculation || !follows(run, step))) flush(run, blocks);
            if (calculation) blocks.add(calculation(step, absorbedBy.get(step.number())));
            else run.add(step);
        }
        flush(run, blocks);
        return blocks;
    }

    private Block calculation(Certificate.Step step, Set<Integer> taken) {
        List<Certificate.Step> links = links(step).orElseThrow();
        List<Row> rows = links.stream().map(link -> row(link, !taken.contains(link.number()))).toList();
        return new Block.Calculation(relation(links.getFirst()).left(), rows, Optional.of(step));
    }

    private static Row row(Certificate.Step link, boolean quoted) {
        return new Row(relation(link).comparison(), relation(link).right(), link, quoted);
    }

    /** The premises of a step when they are relations that follow one another. */
    private Optional<List<Certificate.Step>> links(Certificate.Step step) {
        List<Certificate.Step> links = new ArrayList<>();
        for (int premise : step.premises()) {
            Certificate.Step link = byNumber.get(premise);
            if (link == null || !(link.conclusion() instanceof Formula.Relation)) return Optional.empty();
            if (!links.isEmpty() && !joins(links, link)) return Optional.empty();
            links.add(link);
        }
        return links.size() < 2 ? Optional.empty() : Optional.of(links);
    }

    private static boolean joins(List<Certificate.Step> links, Certificate.Step next) {
        return relation(links.getLast()).right().equals(relation(next).left())
                && Phrases.compatible(links.stream().map(link -> relation(link).comparison()).toList(), relation(next).comparison());
    }

    private static Formula.Relation relation(Certificate.Step step) {
        return (Formula.Relation) step.conclusion();
    }

    /** The links that can be told with the chain: nothing told before the chain rests on them. */
    private Set<Integer> absorbable(Certificate.Step chain, Set<Integer> absorbed, Set<Integer> chains) {
        List<Certificate.Step> links = links(chain).orElseThrow();
        List<Integer> order = links.stream().map(Certificate.Step::number).toList();
        Set<Integer> taken = new HashSet<>();
        for (Certificate.Step link : links)
            if (link.fixed().equals(chain.fixed()) && link.assumed().equals(chain.assumed()) && !absorbed.contains(link.number())
                    && !chains.contains(link.number()) && order.indexOf(link.number()) == order.lastIndexOf(link.number()))
                taken.add(link.number());
        boolean changed = true;
        while (changed)
            changed = taken.removeIf(link -> users.getOrDefault(link, Set.of()).stream().anyMatch(user -> user < chain.number()
                    && !(taken.contains(user) && order.indexOf(user) > order.indexOf(link))));
        return taken;
    }

    private static boolean follows(List<Certificate.Step> run, Certificate.Step step) {
        return run.getLast().conclusion() instanceof Formula.Relation && step.conclusion() instanceof Formula.Relation
                && step.fixed().equals(run.getLast().fixed()) && step.assumed().equals(run.getLast().assumed()) && joins(run, step);
    }

    private static void flush(List<Certificate.Step> run, List<Block> blocks) {
        if (run.size() == 1) blocks.add(new Block.Single(run.getFirst()));
        else if (run.size() > 1)
            blocks.add(new Block.Calculation(relation(run.getFirst()).left(), run.stream().map(step -> row(step, false)).toList(), Optional.empty()));
        run.clear();
    }
}
