/** Choices and yes or no as people type them: by number, in their own words, with slips, and with a "not" in it. */
import { describe, expect, test } from "vitest";
import { matchingChoices } from "../../src/interview/reading/choice.ts";
import { ASKS, answerTo, questionNamed } from "./reading.ts";

/** The ids of all choices that the words may mean. */
function meant(question: string, typed: string): string[] {
  return matchingChoices(typed, questionNamed(question).choices ?? []).map(({ id }) => id);
}

describe("where somebody works", () => {
  test.each([
    ["A college", "fe-college"],
    ["COLLEGE!!!", "fe-college"],
    ["🎓 college", "fe-college"],
    ["FE", "fe-college"],
    ["a sixth-form college", "fe-college"],
    ["I work in a college", "fe-college"],
    ["adult education college", "adult-community"],
    ["a community centre", "adult-community"],
    ["training provider", "training-provider"],
    ["prison", "prison"],
    ["I am a teaching assistant in a primary school", "school"],
    ["private tutor", "private"],
    ["a charity", "other"],
    ["I have not started yet", "none"],
    ["hoping to start", "none"],
    ["not yet", "none"],
  ])("'%s' is %s", (typed, id) => {
    expect(answerTo("setting", typed)).toBe(id);
  });

  test.each([
    ["1", "fe-college"],
    ["3", "training-provider"],
    ["3.", "training-provider"],
    ["3)", "training-provider"],
    ["#3", "training-provider"],
    ["number 3", "training-provider"],
    ["8", "none"],
  ])("the number '%s' is %s", (typed, id) => {
    expect(answerTo("setting", typed)).toBe(id);
  });

  test.each([
    ["colege", "fe-college"],
    ["collage", "fe-college"],
    ["a collge", "fe-college"],
    ["prision", "prison"],
    ["trainning provider", "training-provider"],
    ["schol", "school"],
  ])("a slip: '%s' is %s", (typed, id) => {
    expect(answerTo("setting", typed)).toBe(id);
  });

  test.each([
    ["private college", ["fe-college", "private"]],
    ["college and prison", ["fe-college", "prison"]],
    ["a school and a college", ["fe-college", "school"]],
  ])("'%s' is more than one place: which is asked", (typed, ids) => {
    expect(meant("setting", typed).sort()).toEqual([...ids].sort());
    expect(answerTo("setting", typed)).toBe(ASKS);
  });

  test.each(["not a school", "I don't work in a school", "anything but a school", "no longer in a school"])(
    "'%s' is not taken for a school",
    (typed) => {
      expect(answerTo("setting", typed)).not.toBe("school");
    },
  );

  test.each(["", "0", "9", "99", "😀", "x", "purple", "one to one"])(
    "'%s' is none of the places: all are shown again",
    (typed) => {
      expect(meant("setting", typed)).toEqual([]);
    },
  );
});

describe("yes or no", () => {
  test.each([
    "Yes",
    "YES!!!",
    "yes please",
    "y",
    "yep",
    "yeah",
    "yes I do",
    "of course",
    "1",
    "sure",
    "true",
  ])("'%s' is yes", (typed) => {
    expect(answerTo("directly", typed)).toBe(true);
  });

  test.each(["No", "no.", "n", "nope", "not yet", "not really", "no not directly", "never", "2", "I don't"])(
    "'%s' is no",
    (typed) => {
      expect(answerTo("directly", typed)).toBe(false);
    },
  );

  test("'sure it does not' is never yes", () => {
    expect(answerTo("independence", "sure it does not")).not.toBe(true);
  });

  test.each(["of course not", "definitely not", "it does not"])(
    "'%s' is no, whatever words of yes are in it",
    (typed) => {
      expect(answerTo("independence", typed)).toBe(false);
    },
  );

  test.each(["I'm not sure", "im not sure", "not so sure", "not 100% sure"])(
    "'%s' is neither yes nor no",
    (typed) => {
      expect(answerTo("directly", typed)).toBe(ASKS);
    },
  );

  test.each(["yes and no", "yes, no", "no yes", "I hope so", "sometimes", "maybe", "3", "purple", "👍👎"])(
    "'%s' is asked again",
    (typed) => {
      expect(answerTo("independence", typed)).toBe(ASKS);
    },
  );
});

describe("who leads the learning", () => {
  test.each([
    ["Someone else", "someone-else"],
    ["someone esle", "someone-else"],
    ["the teacher", "someone-else"],
    ["my tutor", "someone-else"],
    ["not me", "someone-else"],
    ["I do", "me"],
    ["me", "me"],
    ["I lead", "me"],
    ["I teach", "me"],
    ["it varies", "varies"],
    ["it depends", "varies"],
    ["sometimes me", "varies"],
  ])("'%s' is %s", (typed, id) => {
    expect(answerTo("leader", typed)).toBe(id);
  });

  test.each(["I'm the teacher", "I am the tutor", "I am a tutor", "I'm the lecturer"])(
    "'%s' is never taken for somebody else",
    (typed) => {
      expect(answerTo("leader", typed)).not.toBe("someone-else");
    },
  );

  test.each(["I do not", "I do not lead"])("'%s' is never taken for 'I do'", (typed) => {
    expect(answerTo("leader", typed)).not.toBe("me");
  });

  test.each([
    "sometimes the teacher, sometimes me",
    "the teacher and I",
    "mostly the teacher but I lead on Fridays",
  ])("'%s' names both: it varies, or it is asked", (typed) => {
    expect(["varies", ASKS]).toContain(answerTo("leader", typed));
  });
});

describe("who somebody supports", () => {
  test.each([
    ["ESOL", "lln"],
    ["esol and maths", "lln"],
    ["LITERACY", "lln"],
    ["lots of subjets", "general"],
    ["a mix", "general"],
    ["learning difficulties", "ldd"],
    ["SEND", "ldd"],
    ["bricklaying", "subject"],
    ["2", "lln"],
  ])("'%s' is %s", (typed, id) => {
    expect(answerTo("supports", typed)).toBe(id);
  });
});

describe("the wish to specialise", () => {
  test.each([
    ["yes", "yes"],
    ["yes please", "yes"],
    ["I want to", "yes"],
    ["it is some of my job", "some"],
    ["partly", "some"],
    ["no", "no"],
    ["2", "some"],
  ])("'%s' is %s", (typed, id) => {
    expect(answerTo("specialise", typed)).toBe(id);
  });

  test("'it is', said to 'Is that the main part of your job?', is not 'some of my job'", () => {
    expect(answerTo("specialise", "it is")).not.toBe("some");
  });

  test.each(["yes, but it is not the main part", "yes but not main", "main part but I do not want to"])(
    "'%s' is not taken for a plain yes",
    (typed) => {
      expect(answerTo("specialise", typed)).not.toBe("yes");
    },
  );
});

describe("a level in English", () => {
  test.each([
    ["Level 2", "level-2"],
    ["Level 2, GCSE English grade B", "level-2"],
    ["L2", "level-2"],
    ["level two", "level-2"],
    ["level 3", "level-2"],
    ["functional skills level 2", "level-2"],
    ["functional skills level 1", "level-1"],
    ["level 1", "level-1"],
    ["entry 3", "entry"],
    ["Entry level", "entry"],
    ["working towards level 2", "below"],
    ["level 1 working towards level 2", "below"],
  ])("'%s' is %s", (typed, id) => {
    expect(answerTo("english", typed)).toBe(id);
  });

  test.each([
    "not level 2",
    "below level 2",
    "I don't have level 2",
    "I have not got level 2",
    "doing level 2 now",
    "nearly level 2",
    "level 2 soon",
    "no level 2",
  ])("'%s' is never taken for Level 2: it would open the specialist certificate", (typed) => {
    expect(answerTo("english", typed)).not.toBe("level-2");
  });

  test.each(["GCSE grade 3", "GCSE grade 2", "2 GCSEs at grade D", "3 x 60 min literacy", "GCSE"])(
    "'%s' names no level: the person is asked which it is",
    (typed) => {
      expect(answerTo("english", typed)).toBe(ASKS);
    },
  );

  test.each([
    ["2", "level-1"],
    ["3", "entry"],
    ["1", "level-2"],
  ])("the number '%s', said to 'What level?', is never taken for %s", (typed, id) => {
    expect(answerTo("english", typed)).not.toBe(id);
  });
});

describe("the areas somebody supports", () => {
  test.each([
    ["literacy", ["literacy"]],
    ["ESOL", ["language"]],
    ["maths", ["numeracy"]],
    ["just esol", ["language"]],
    ["literacy and numeracy", ["literacy", "numeracy"]],
    ["english and maths", ["literacy", "numeracy"]],
    ["numeracy, literacy", ["numeracy", "literacy"]],
    ["esol & maths & reading", ["language", "numeracy", "literacy"]],
    ["literasy and numerasy", ["literacy", "numeracy"]],
    ["all", ["literacy", "language", "numeracy"]],
    ["all three", ["literacy", "language", "numeracy"]],
    ["1 and 3", ["literacy", "numeracy"]],
    ["1, 2, 3", ["literacy", "language", "numeracy"]],
    ["literacy and literacy", ["literacy"]],
  ])("'%s' is %j", (typed, areas) => {
    expect(answerTo("areas", typed)).toEqual(areas);
  });

  test.each([
    ["esol maths", ["language", "numeracy"]],
    ["both literacy and esol", ["literacy", "language"]],
    ["all but numeracy", ["literacy", "language"]],
  ])("'%s' is %j or asked: no area is lost or added", (typed, areas) => {
    expect([areas, ASKS]).toContainEqual(answerTo("areas", typed));
  });

  test.each(["not numeracy", "esol not maths", "literacy but not numeracy"])(
    "'%s' never brings numeracy in",
    (typed) => {
      expect(answerTo("areas", typed)).not.toContain("numeracy");
    },
  );

  test.each(["both", "none", "purple", "123", ""])("'%s' is asked again", (typed) => {
    expect(answerTo("areas", typed)).toBe(ASKS);
  });
});

describe("what somebody is after", () => {
  test.each([
    ["something small", "small"],
    ["the award", "small"],
    ["full certifcate", "full"],
    ["I have not decided", "unsure"],
    ["either", "unsure"],
    ["2", "full"],
  ])("'%s' is %s", (typed, id) => {
    expect(answerTo("aim", typed)).toBe(id);
  });
});
