package tenet.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.kernel.Certificate;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Report;
import tenet.theorems.Verdict;

/** A run as its readers meet it: chapters of claims, and what rests on what. A function of the findings and curves alone. */
public record Book(Report report, List<Chapter> chapters, DependencyGraph graph) {
    /** Rules whose label is the id of another claim. */
    private static final String LEMMA = "lemma";
    private static final Set<String> CITING = Set.of(LEMMA, "theorem");

    public Book {
        chapters = List.copyOf(chapters);
    }

    /** @param curves the motion to show with a claim, if any */
    public static Book of(Report report, Function<Finding, Optional<Curves>> curves) {
        Map<String, String> slugs = Slugs.of(report.findings().stream().map(Finding::id).toList());
        Map<String, List<String>> rests = new LinkedHashMap<>();
        for (Finding finding : report.findings()) rests.put(finding.id(), cited(finding));
        Map<String, List<Entry>> files = new LinkedHashMap<>();
        for (Finding finding : report.findings())
            files.computeIfAbsent(finding.claim().place().file(), file -> new ArrayList<>()).add(new Entry(finding, slugs.get(finding.id()),
                    rests.get(finding.id()), users(finding.id(), rests), variants(finding.id(), report), curves.apply(finding)));
        List<Chapter> chapters = files.entrySet().stream().map(file -> new Chapter(file.getKey(), file.getValue())).toList();
        return new Book(report, chapters, graph(report, rests, slugs));
    }

    /** Every claim, in the order of the files. */
    public List<Entry> entries() {
        return chapters.stream().flatMap(chapter -> chapter.entries().stream()).toList();
    }

    public Optional<Entry> find(String id) {
        return entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** How many claims have each verdict. */
    public Map<Verdict, Integer> counts() {
        return report.counts();
    }

    private static List<String> cited(Finding finding) {
        Set<String> ids = new LinkedHashSet<>();
        for (Evidence.Proof proof : finding.evidence(Evidence.Proof.class)) {
            for (Certificate.Step step : proof.certificate().steps()) if (CITING.contains(step.rule())) step.label().ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    private static List<String> users(String id, Map<String, List<String>> rests) {
        return rests.entrySet().stream().filter(entry -> entry.getValue().contains(id)).map(Map.Entry::getKey).toList();
    }

    private static List<String> variants(String id, Report report) {
        return report.findings().stream().filter(finding -> finding.claim().variantOf().filter(id::equals).isPresent()).map(Finding::id).toList();
    }

    private static DependencyGraph graph(Report report, Map<String, List<String>> rests, Map<String, String> slugs) {
        Map<String, Finding> findings = report.findings().stream()
                .collect(Collectors.toMap(Finding::id, finding -> finding, (first, second) -> first, LinkedHashMap::new));
        Set<String> ids = new LinkedHashSet<>();
        Set<String> cited = rests.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        findings.forEach((id, finding) -> {
            boolean lemma = finding.claim().kind() == Claim.Kind.LEMMA;
            boolean variant = finding.claim().kind() == Claim.Kind.FALSE_CLAIM && rests.get(id).isEmpty();
            if (!variant && (!lemma || cited.contains(id))) ids.add(id);
        });
        List<DependencyGraph.Edge> edges = new ArrayList<>();
        rests.forEach((id, names) -> names.stream().filter(name -> !name.equals(id)).forEach(name -> {
            ids.add(name);
            ids.add(id);
            edges.add(new DependencyGraph.Edge(name, id));
        }));
        Set<String> lemmas = report.findings().stream().flatMap(finding -> finding.evidence(Evidence.Proof.class).stream())
                .flatMap(proof -> proof.certificate().steps().stream()).filter(step -> step.rule().equals(LEMMA))
                .flatMap(step -> step.label().stream()).collect(Collectors.toSet());
        return new DependencyGraph(ids.stream().map(id -> new DependencyGraph.Node(id, lemmas.contains(id) ? Optional.of(Claim.Kind.LEMMA)
                : Optional.ofNullable(findings.get(id)).map(finding -> finding.claim().kind()), Optional.ofNullable(findings.get(id)).map(Finding::verdict), Optional.ofNullable(slugs.get(id)))).toList(), edges);
    }
}
