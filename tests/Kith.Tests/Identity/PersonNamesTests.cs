using CsCheck;
using Kith.Domain.Identity;

namespace Kith.Tests.Identity;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Ana Kovač", "Ana Kovac")]
    [InlineData("Ana Kovač", "Kovač, Ana")]
    [InlineData("Ana Kovač", "KOVAČ Ana")]
    [InlineData("Ana Kovač", "Ana Maria Kovač")]
    [InlineData("Ana Kovač", "A. Kovač")]
    [InlineData("Ana Kovač", "Dr. Ana Kovač, PhD")]
    [InlineData("Ana Kovač", "Kovač")]
    [InlineData("Robert Ellingham", "Bob Ellingham")]
    [InlineData("Rob Ellingham", "Bob Ellingham")]
    [InlineData("William Finch", "Bill Finch")]
    [InlineData("Katherine Dahl", "Kate Dahl")]
    [InlineData("Elizabeth Dahl", "Liz Dahl")]
    [InlineData("Иван Петров", "Ivan Petrov")]
    [InlineData("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos")]
    [InlineData("Jürgen Müller", "Jurgen Muller")]
    [InlineData("Jonathan Castellanos", "Jonathan Castelanos")]
    [InlineData("Mary-Jane O'Neill", "Mary Jane ONeill")]
    [InlineData("J. R. Finch", "James Robert Finch")]
    [InlineData("José García López", "Jose Garcia")]
    [InlineData("山田 太郎", "山田 太郎")]
    public void Names_that_one_person_may_bear(string one, string other)
    {
        PersonNames.AreOne(one, other).ShouldBeTrue();
        PersonNames.AreOne(other, one).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Maria Novak", "Petr Novak")]
    [InlineData("Ana Kovač", "Ana Horvat")]
    [InlineData("Ana Kovač", "Ben Adler")]
    [InlineData("Jan Novak", "Jon Novak")]
    [InlineData("A. K.", "Ana Kovač")]
    [InlineData("Dr.", "Dr. Ana Kovač")]
    [InlineData("", "Ana Kovač")]
    [InlineData("Bob Ellingham", "Robert Finch")]
    [InlineData("Anna Berg", "Anna Burg")]
    [InlineData("Ana Ana", "Ana Kovač")]
    [InlineData("Robert Robert", "Bob Ellingham")]
    [InlineData("info", "Ana Kovač")]
    [InlineData("A. Kovač", "B. Kovač")]
    [InlineData("Zagora GmbH", "Ana Kovač")]
    public void Names_of_two_people(string one, string other)
    {
        PersonNames.AreOne(one, other).ShouldBeFalse();
        PersonNames.AreOne(other, one).ShouldBeFalse();
    }

    [Fact]
    public void Every_name_is_its_own_and_the_order_of_two_does_not_matter() =>
        Gen.Select(Gen.String[Gen.Char["aábcdeéilmnoprstuvzž .-'"], 0, 24], Gen.String[Gen.Char["aábcdeéilmnoprstuvzž .-'"], 0, 24]).Sample((a, b) =>
        {
            PersonNames.AreOne(a, b).ShouldBe(PersonNames.AreOne(b, a));
            if (PersonNames.AreOne(a, a))
                PersonNames.AreOne(a, a.ToUpperInvariant()).ShouldBeTrue();
        });
}
