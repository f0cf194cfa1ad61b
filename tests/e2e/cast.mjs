// The people of the story, from the demonstration town (tools/aaf_demo.py). Everyone is invented.

export const oliviers = { uai: "0990001N", head: "Thierry Lacaze", class_: "GS" };
export const tilleuls = { uai: "0990002P", head: "Hélène Garcin", class_: "CE2", teacher: "Samir Benali" };

// Entered twice, once by each school: two records, and in the end one account. The father of the two lives elsewhere.
export const sarah = { name: "Sarah Delmas", at_oliviers: "Lina", at_tilleuls: "Tom", father: "Mathieu Delmas" };

// Nobody is named for Gabin: only paper reaches his family.
export const on_paper = "Gabin";
