package tenet.reports.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of files for ids: safe on every file system and in a URL, and different for different ids. */
final class Slugs {
    private static final int LONGEST = 80;

    private Slugs() {
    }

    /** A slug for each id, the same for the same list. */
    static Map<String, String> of(List<String> ids) {
        Map<String, String> slugs = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        for (String id : ids) {
            if (slugs.containsKey(id)) continue;
            String base = base(id);
            String slug = base;
            while (!taken.add(slug)) slug = base + "-" + next.merge(base, 1, Integer::sum);
            slugs.put(id, slug);
        }
        return slugs;
    }

    private static String base(String id) {
        String base = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "_").replaceAll("\\.{2,}|^\\.|\\.$", "_");
        if (base.length() > LONGEST) base = base.substring(0, LONGEST);
        return base.isEmpty() ? "_" : base;
    }
}
