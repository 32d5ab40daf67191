using CsCheck;
using Kith.Domain.Funnel;

namespace Kith.Tests.Funnel;

/// <summary>Known values: Abramowitz and Stegun (1964), closed forms, and tables of quantiles.</summary>
public sealed class DistributionTests
{
    [Fact]
    public void The_gamma_function_is_the_factorial_and_the_root_of_pi()
    {
        GammaFunction.Log(1).ShouldBe(0, 1e-13);
        GammaFunction.Log(5).ShouldBe(Math.Log(24), 1e-13);
        GammaFunction.Log(0.5).ShouldBe(Math.Log(Math.Sqrt(Math.PI)), 1e-13);
        GammaFunction.Log(0.1).ShouldBe(2.252712651734206, 1e-13);
        GammaFunction.Log(100).ShouldBe(359.1342053695754, 1e-10);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-12, -7.034483825301131)]
    public void Normal_quantiles_are_those_of_the_tables(double probability, double z) => NormalDistribution.Quantile(probability).ShouldBe(z, 1e-11);

    [Fact]
    public void Beta_is_uniform_a_power_and_the_arcsine_law()
    {
        new BetaDistribution(1, 1).Distribution(0.3).ShouldBe(0.3, 1e-13);
        new BetaDistribution(3, 1).Distribution(0.3).ShouldBe(0.027, 1e-13);
        new BetaDistribution(0.5, 0.5).Distribution(0.25).ShouldBe(2 / Math.PI * Math.Asin(0.5), 1e-13);
        // Three or more of five with chance 0.3, counted by hand: 10(.027)(.49) + 5(.0081)(.7) + .00243.
        new BetaDistribution(3, 3).Distribution(0.3).ShouldBe(0.16308, 1e-12);
        new BetaDistribution(0.5, 10.5).Quantile(0.975).ShouldBe(0.2171959, 1e-6);
    }

    [Fact]
    public void Gamma_is_the_exponential_and_chi_square()
    {
        new GammaDistribution(1, 2).Distribution(0.7).ShouldBe(1 - Math.Exp(-1.4), 1e-13);
        // Chi-square with 1 and 10 degrees of freedom, upper 5 %.
        new GammaDistribution(0.5, 0.5).Quantile(0.95).ShouldBe(3.841458820694124, 1e-9);
        new GammaDistribution(5, 0.5).Quantile(0.95).ShouldBe(18.307038053275146, 1e-9);
    }

    [Fact]
    public void A_quantile_is_the_inverse_of_its_distribution() =>
        Gen.Select(Gen.Double[0.1, 60], Gen.Double[0.1, 60], Gen.Double[0.001, 0.999]).Sample((a, b, p) =>
        {
            var beta = new BetaDistribution(a, b);
            beta.Distribution(beta.Quantile(p)).ShouldBe(p, 1e-9);
            var gamma = new GammaDistribution(a, b);
            gamma.Distribution(gamma.Quantile(p)).ShouldBe(p, 1e-9);
        });
}
