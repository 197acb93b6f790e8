// A test in which nothing is asserted would pass whatever the code does.
beforeEach(() => expect.hasAssertions());
